/** Longer than this a side of a photograph is not needed on any screen. */
const longest = 1600

function asDataUrl(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error ?? new Error('unreadable'))
    reader.readAsDataURL(file)
  })
}

/** The address under which a photograph on this device can be shown. */
export const photoAddress = asDataUrl

/**
 * A photograph of the phone, drawn anew: small enough for a school's line, and without what the camera wrote into it (place,
 * device, owner). Null for what is no picture.
 */
export async function drawnPhoto(file: File): Promise<Blob | null> {
  try {
    const address = await asDataUrl(file)
    const picture = new Image()
    await new Promise((resolve, reject) => {
      picture.onload = resolve
      picture.onerror = reject
      picture.src = address
    })
    const scale = Math.min(1, longest / Math.max(picture.naturalWidth, picture.naturalHeight))
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(picture.naturalWidth * scale))
    canvas.height = Math.max(1, Math.round(picture.naturalHeight * scale))
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    return await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.82))
  } catch {
    return null
  }
}
