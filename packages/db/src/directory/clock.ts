/** The key of the demonstration's clock in the directory's settings: milliseconds added to the real time. */
export const DEMO_CLOCK = 'demo-clock'

/** The instant in force. Without a demonstration there is no offset row and the real time counts. */
export function instantOf(wallMs: number, offset: string | undefined): string {
  return new Date(wallMs + Number(offset ?? 0)).toISOString()
}
