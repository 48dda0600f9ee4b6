export type Dimensions = Readonly<Record<string, string>>

/** Dimensions of an observation, which travel as a JSON text. */
export function dimensionsOf(text: string): Dimensions {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null) return {}
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, String(one)]))
  } catch {
    return {}
  }
}
