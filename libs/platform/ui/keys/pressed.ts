/** Whether this is a Mac, where Cmd is what Ctrl is elsewhere and Option makes signs. */
export function isMac(platform = navigator.platform): boolean {
  return /^(Mac|iPhone|iPad)/.test(platform);
}

const modifiers = [
  'Shift',
  'Control',
  'Alt',
  'Meta',
  'AltGraph',
  'CapsLock',
  'Dead',
  'Process',
  'Unidentified',
];

/**
 * How keys are written: `j`, `?`, `Shift+x`, `Enter`, `mod+k` (Ctrl, or Cmd on a Mac) and, for one after the other,
 * `g q`. Capital letters are written with Shift; signs such as `?` are written as themselves.
 */
export function keyOf(event: KeyboardEvent, mac = isMac()): string | null {
  if (modifiers.includes(event.key)) return null;
  const sign = event.key.length === 1 && event.key !== ' ';
  // With AltGr, or Option on a Mac, keyboards make signs such as [ and @; Windows reports it as Ctrl and Alt together.
  const makesSign =
    event.getModifierState('AltGraph') || (event.altKey && (event.ctrlKey || mac) && !event.metaKey);
  if (makesSign && sign) return isLetter(event.key) ? null : event.key;
  if (mac ? event.ctrlKey : event.metaKey) return null;
  const mod = mac ? event.metaKey : event.ctrlKey;
  if (event.altKey && sign) return null;
  const name = sign ? latin(event) : event.key === ' ' ? 'Space' : event.key;
  // A sign already says whether Shift was held; a letter or a named key does not.
  const shift = event.shiftKey && (!sign || isLetter(name));
  return `${mod ? 'mod+' : ''}${event.altKey ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${name}`;
}

/** On a Greek, Cyrillic or Hebrew keyboard a letter counts as the Latin one printed beside it. */
function latin({ key, code }: KeyboardEvent): string {
  if (!isLetter(key) || /^[a-z]$/i.test(key)) return key.toLowerCase();
  const beside = /\p{Script=Latin}/u.test(key) ? null : /^Key([A-Z])$/.exec(code);
  return (beside?.[1] ?? key).toLowerCase();
}

function isLetter(key: string): boolean {
  return /^\p{L}$/u.test(key);
}

/** Whether a key counts as typing where the focus is: a text field keeps its letters, a list its arrows. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return (
    target instanceof HTMLInputElement &&
    !['checkbox', 'radio', 'button', 'submit', 'reset', 'file', 'range', 'color'].includes(target.type)
  );
}

const pressable = 'a[href], button, summary, [role="button"], [role="link"], [role="tab"], [role="option"]';

/** Whether the focused element has a use of its own for the key: Enter presses a button, arrows move a slider. */
export function isItsOwn(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (['Enter', 'Space'].includes(key)) return target.closest(`${pressable}, input`) !== null;
  return /^Arrow/.test(key) && target instanceof HTMLInputElement && ['radio', 'range'].includes(target.type);
}

/** Letters, digits and signs by themselves or with Shift: what somebody who dictates may set off by accident. */
export function isLetterKey(keys: string): boolean {
  return keys.split(' ').some((key) => key.replace(/^Shift\+/, '').length === 1);
}

const names: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
};

/** Each key as it stands on the keyboard: `mod+k` is Ctrl and K, or ⌘ and K; `g q` are two after each other. */
export function keyCaps(keys: string, mac = isMac()): readonly (readonly string[])[] {
  return keys.split(' ').map((key) =>
    // The plus sign is a key too.
    key.split(/(?<=.)\+(?=.)/).map((part) => {
      if (part === 'mod') return mac ? '⌘' : 'Ctrl';
      if (part === 'Alt' && mac) return '⌥';
      return names[part] ?? (part.length === 1 ? part.toUpperCase() : part);
    }),
  );
}

/** `mod+k` in words: “Ctrl K”, or “⌘ K”; `g q`: “G then Q”. */
export function keyWords(keys: string, mac = isMac()): string {
  return keyCaps(keys, mac)
    .map((caps) => caps.join(' '))
    .join(' then ');
}
