/** What the signature of a token signs: one survey and a serial of 256 random bits that only the device knows until it answers. */
export function tokenText(surveyId: string, serial: string): string {
  return `shixun-survey-token/1 ${surveyId} ${serial}`
}
