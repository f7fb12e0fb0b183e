import type { KnownCommand } from '@stipple/ui';

const group = 'Evidence';

/** Every command of the evidence page with its first keys. Each has its control on the page. */
export const evidenceCommands = [
  { id: 'evidence.motion', words: 'Measure a motion', group, keys: ['m'], icon: 'plus' },
  { id: 'evidence.scale_vss', words: 'Rate VSS', group, keys: ['v'], icon: 'plus' },
  { id: 'evidence.scale_posas_observer', words: 'Rate POSAS observer', group, keys: ['o'], icon: 'plus' },
  { id: 'evidence.scale_posas_patient', words: 'Rate POSAS patient', group, keys: ['a'], icon: 'plus' },
  { id: 'evidence.scale_dlqi', words: 'Rate DLQI', group, keys: ['d'], icon: 'plus' },
  { id: 'evidence.scale_phq9', words: 'Rate PHQ-9', group, keys: ['q'], icon: 'plus' },
  { id: 'evidence.scale_pain', words: 'Rate pain', group, keys: ['p'], icon: 'plus' },
  { id: 'evidence.scale_itch', words: 'Rate itch', group, keys: ['i'], icon: 'plus' },
  { id: 'evidence.treatment', words: 'Add an earlier treatment', group, keys: ['t'], icon: 'plus' },
  { id: 'evidence.function', words: 'Record daily life and work', group, keys: ['l'], icon: 'plus' },
  { id: 'evidence.statement', words: 'State what it means', group, keys: ['s'], icon: 'plus' },
  { id: 'evidence.back', words: 'Back to the case', group, keys: ['u', 'Backspace'], icon: 'arrow-left' },
] as const satisfies readonly KnownCommand[];
