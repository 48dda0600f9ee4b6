/** What a request cost: round trips (a batch is one), statements, rows read and written. */
export type Meter = { trips: number; statements: number; rowsRead: number; rowsWritten: number }

export function newMeter(): Meter {
  return { trips: 0, statements: 0, rowsRead: 0, rowsWritten: 0 }
}
