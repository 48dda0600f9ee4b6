export function printOpenapi(version: string): Record<string, unknown> {
  return { openapi: '3.1.0', info: { title: 'Shixun', version } }
}
