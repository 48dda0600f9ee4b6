/** Characters that a file's name may not carry on Windows. */
const FORBIDDEN = /[\\/:*?"<>|]/g

/** Saves bytes under a name. */
export function saveFile(name: string, bytes: Blob): void {
  const address = URL.createObjectURL(bytes)
  const link = document.createElement('a')
  link.href = address
  link.download = name.replace(FORBIDDEN, ' ').trim()
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
