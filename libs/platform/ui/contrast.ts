/** How far two colours lie apart, 1 to 21, as WCAG 2 counts it. Both as browsers compute them: `rgb(…)` or `color(srgb …)`. */
export function contrastOf(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(colour: string): readonly number[] {
  const numbers = (colour.match(/[\d.]+(?:e-?\d+)?/g) ?? []).map(Number).slice(0, 3);
  return colour.startsWith('color(') ? numbers : numbers.map((part) => part / 255);
}
