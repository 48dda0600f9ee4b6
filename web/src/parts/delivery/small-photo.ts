/** Longer than this a side of a photo is not needed on any screen. */
const longest = 1920
/** A photo of a phone beyond this many bytes is made smaller before it is sent. */
const heavy = 1_500_000

/** A photo that travels fast over a school's line; what cannot be drawn is sent as it is. */
export async function smallPhoto(file: File): Promise<File> {
  if (file.size <= heavy) return file
  try {
    const picture = await createImageBitmap(file)
    const scale = Math.min(1, longest / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.width * scale)
    canvas.height = Math.round(picture.height * scale)
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85))
    if (blob === null || blob.size >= file.size) return file
    return new File([blob], file.name.replace(/\.\w+$/, '.jpg'), { type: 'image/jpeg' })
  } catch {
    return file
  }
}
