const LONGEST = 200

/**
 * The name of a file as it is kept: the last step of a path, without control characters, at most 200 characters of which
 * the extension stays. Never empty.
 */
export function fileNameOf(given: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? ''
  const name = last.replace(/[\p{Cc}\p{Cs}]/gu, '').trim()
  const extension = /\.[A-Za-z0-9]{1,10}$/.exec(name)?.[0] ?? ''
  const stem = [...name.slice(0, name.length - extension.length)]
  while (stem.join('').length + extension.length > LONGEST) stem.pop()
  return stem.join('') + extension || '未命名'
}
