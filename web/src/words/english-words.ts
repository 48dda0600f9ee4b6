/// <reference types="vite/client" />
type Words = Readonly<Record<string, string>>

const files = import.meta.glob<Readonly<Record<string, Words>>>('./en/*.ts')

/** The English words of files by their names, such as `calls`. Rejects when one cannot be fetched. */
export async function englishWords(names: readonly string[]): Promise<Words> {
  const found = await Promise.all(names.map((name) => files[`./en/${name}.ts`]?.()))
  return Object.assign({}, ...found.flatMap((one) => (one ? Object.values(one) : [])))
}
