/** A figure with its unit as Chinese text sets them: `50 人`, and the per cent sign at the figure, `95%`. */
export function promisedText(figure: number | string, unit: string): string {
  if (unit === '') return String(figure)
  return /^[%‰％]/.test(unit) ? `${figure}${unit}` : `${figure} ${unit}`
}
