export const BROWSERS: readonly { name: string; port: number; projects: readonly string[] }[]
