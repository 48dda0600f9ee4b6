/**
 * Whether a text carries what looks like a number of a person: an identity document (GB 11643), a mobile phone, an
 * e-mail address. Such a text is kept out of the feed whole.
 */
export function carriesPersonalNumber(text: string): boolean {
  return [/\d{17}[\dXx]/, /(?<!\d)1[3-9]\d{9}(?!\d)/, /[\w.+-]+@[\w-]+\.\w/].some((pattern) => pattern.test(text))
}
