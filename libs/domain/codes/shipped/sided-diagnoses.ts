/*
 * Codes that come in a right and a left one. The stem is the code without its side digit; what follows the digit
 * comes after the bar.
 */
const stems = `
M24.51 Contracture, {side} shoulder
M24.52 Contracture, {side} elbow
M24.53 Contracture, {side} wrist
M24.54 Contracture, {side} hand
M24.55 Contracture, {side} hip
M24.56 Contracture, {side} knee
M24.57 Contracture, {side} ankle
M62.41 Contracture of muscle, {side} shoulder
M62.42 Contracture of muscle, {side} upper arm
M62.43 Contracture of muscle, {side} forearm
M62.44 Contracture of muscle, {side} hand
M62.45 Contracture of muscle, {side} thigh
M62.46 Contracture of muscle, {side} lower leg
M62.47 Contracture of muscle, {side} ankle or foot
S01.41|S Cut of the {side} cheek, sequela
S21.11|S Cut of the {side} front of the chest, sequela
S41.01|S Cut of the {side} shoulder, sequela
S41.11|S Cut of the {side} upper arm, sequela
S51.01|S Cut of the {side} elbow, sequela
S51.81|S Cut of the {side} forearm, sequela
S61.40|S Open wound of the {side} hand, sequela
S61.41|S Cut of the {side} hand, sequela
S61.51|S Cut of the {side} wrist, sequela
S71.01|S Cut of the {side} hip, sequela
S71.11|S Cut of the {side} thigh, sequela
S81.01|S Cut of the {side} knee, sequela
S81.80|S Open wound of the {side} lower leg, sequela
S81.81|S Cut of the {side} lower leg, sequela
S91.01|S Cut of the {side} ankle, sequela
S91.31|S Cut of the {side} foot, sequela`;

export const bothSides = [
  ['1', 'right'],
  ['2', 'left'],
] as const;

export const sidedDiagnoses: readonly (readonly [code: string, words: string])[] = [
  ...stems
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [stem = '', end = ''] = line.slice(0, line.indexOf(' ')).split('|');
      const words = line.slice(line.indexOf(' ') + 1);
      return bothSides.map(
        ([digit, side]) => [`${stem}${digit}${end}`, words.replace('{side}', side)] as const,
      );
    }),
  // Ankle and foot share a digit.
  ['M24.574', 'Contracture, right foot'],
  ['M24.575', 'Contracture, left foot'],
];
