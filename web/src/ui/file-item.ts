/** A file as the kit shows it; `progress` (0–100) while it is on its way, `error` when it did not arrive. */
export interface FileItem {
  id: string
  name: string
  size: number
  progress?: number | undefined
  error?: string | undefined
  href?: string | undefined
}

export interface FileLimits {
  /** As of the `accept` attribute: extensions with their dot, or MIME types. */
  accept?: string | undefined
  maxBytes?: number | undefined
}

function accepted(name: string, type: string, accept: string): boolean {
  return accept
    .split(',')
    .map((entry) => entry.trim().toLowerCase())
    .some((entry) => {
      if (entry.startsWith('.')) return name.toLowerCase().endsWith(entry)
      return entry.endsWith('/*') ? type.startsWith(entry.slice(0, -1)) : type === entry
    })
}

/** Why a chosen file cannot be taken, before a byte is sent; the server decides by its bytes. */
export function fileRefusal(
  file: { name: string; type: string; size: number },
  { accept, maxBytes }: FileLimits,
): 'type' | 'size' | null {
  if (accept !== undefined && !accepted(file.name, file.type, accept)) return 'type'
  return maxBytes !== undefined && file.size > maxBytes ? 'size' : null
}
