/** What stands on every screen, print and file of a demo clinic, so that nobody takes it for real records. */
export const demoMark = 'Demo clinic. Every patient and payer here is invented.';
