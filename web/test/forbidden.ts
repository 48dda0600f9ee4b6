/** What Chromium 86 or Safari 14 cannot read, by the text it leaves in the built files. */
export const forbiddenCss: Readonly<Record<string, RegExp>> = {
  '@layer': /@layer\b/,
  '@container': /@container\b/,
  '@property': /@property\b/,
  ':where': /:where\(/,
  ':is': /:is\(/,
  ':has': /:has\(/,
  nesting: /(?:^|[{;}])\s*&/,
  'color-mix': /color-mix\(/,
  oklch: /\bokl(?:ch|ab)\(/,
  'light-dark': /light-dark\(/,
  dvh: /\d(?:d|s|l)v[hw]\b/,
  inset: /[{;]\s*inset(?:-[a-z-]+)?:/,
  'aspect-ratio': /[{;]\s*aspect-ratio:/,
  'logical properties': /[{;]\s*(?:margin|padding|border)-(?:inline|block)|[{;]\s*(?:inline|block)-size:/,
  'text-wrap': /[{;]\s*text-wrap/,
}

export const forbiddenJs: Readonly<Record<string, RegExp>> = {
  '.at()': /\.at\(/,
  structuredClone: /\bstructuredClone\b/,
  'Object.hasOwn': /Object\.hasOwn\(/,
  'Object.groupBy': /(?:Object|Map)\.groupBy\(/,
  'crypto.randomUUID': /\brandomUUID\b/,
  findLast: /\.findLast(?:Index)?\(/,
  'copying array methods': /\.to(?:Sorted|Reversed|Spliced)\(/,
  'Array.fromAsync': /\.fromAsync\(/,
  'AbortSignal.timeout': /AbortSignal\.(?:timeout|any)\(/,
  withResolvers: /\.withResolvers\(/,
  'static blocks': /\bstatic\s*\{/,
  'look-behind': /\(\?<[=!]/,
}

/** Names of the features found in a text. */
export function scan(text: string, forbidden: Readonly<Record<string, RegExp>>): string[] {
  return Object.keys(forbidden).filter((name) => forbidden[name]?.test(text))
}
