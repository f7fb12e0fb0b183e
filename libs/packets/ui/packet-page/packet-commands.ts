import type { KnownCommand } from '@stipple/ui';

const group = 'Packet';

/** Every command of the packet's page with its first keys. Each has its control on the page. */
export const packetCommands = [
  { id: 'packet.preview', words: 'Open the packet as PDF', group, keys: ['mod+Shift+p'], icon: 'eye' },
  {
    id: 'packet.go-on',
    words: 'Mark ready, or record the submission',
    group,
    keys: ['mod+Enter'],
    icon: 'send',
  },
  { id: 'packet.screening', words: 'Open the screening', group, keys: ['s'], icon: 'list' },
  { id: 'packet.letter', words: 'Open the letter', group, keys: ['l'], icon: 'sign' },
  { id: 'packet.evidence', words: 'Open the evidence', group, keys: ['e'], icon: 'stethoscope' },
  { id: 'packet.back', words: 'Back to the case', group, keys: ['u', 'Backspace'], icon: 'arrow-left' },
] as const satisfies readonly KnownCommand[];
