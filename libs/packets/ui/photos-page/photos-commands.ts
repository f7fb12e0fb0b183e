import type { KnownCommand } from '@stipple/ui';

const group = 'Photographs';

export const photosCommands = [
  { id: 'photos.add', words: 'Choose photographs to add', group, keys: ['d'], icon: 'camera' },
  { id: 'photos.compare', words: 'Compare two photographs', group, keys: ['v'], icon: 'compare' },
  {
    id: 'photos.overlay',
    words: 'Lay one over the other, or side by side',
    group,
    keys: ['o'],
    icon: 'compare',
  },
  { id: 'photos.zoom-in', words: 'Zoom in', group, keys: ['+', '='], icon: 'zoom-in' },
  { id: 'photos.zoom-out', words: 'Zoom out', group, keys: ['-'], icon: 'zoom-out' },
  { id: 'photos.whole', words: 'Show the whole picture', group, keys: ['0'], icon: 'eye' },
  { id: 'photos.close', words: 'Close the picture', group, keys: ['Escape'], icon: 'close' },
  { id: 'photos.back', words: 'Back to the case', group, keys: ['u', 'Backspace'], icon: 'arrow-left' },
] as const satisfies readonly KnownCommand[];
