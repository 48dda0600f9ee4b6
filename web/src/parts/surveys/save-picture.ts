import { inWeChat } from '../../frame/download.ts'
import { showToast } from '../../ui/toast.tsx'
import { t } from '../../words/words.ts'

const SCALE = 2
const STYLED = ['fill', 'stroke', 'font-size', 'font-family', 'font-weight', 'text-anchor'] as const

/** A copy of a drawing that carries its own styles: outside the page there is no style sheet. */
function standalone(drawing: SVGSVGElement): SVGSVGElement {
  const copy = drawing.cloneNode(true) as SVGSVGElement
  const [from, to] = [drawing.querySelectorAll('*'), copy.querySelectorAll('*')]
  from.forEach((node, index) => {
    const style = getComputedStyle(node)
    const target = to[index]
    if (target instanceof SVGElement && !node.closest('defs'))
      for (const name of STYLED) target.style.setProperty(name, style.getPropertyValue(name))
  })
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  return copy
}

async function pictureOf(drawing: SVGSVGElement, title: string): Promise<Blob | null> {
  const { width, height } = drawing.getBoundingClientRect()
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(standalone(drawing)))}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = (width + 32) * SCALE
  canvas.height = (height + 64) * SCALE
  const pen = canvas.getContext('2d')
  if (!pen) return null
  pen.scale(SCALE, SCALE)
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, width + 32, height + 64)
  pen.fillStyle = '#1c2532'
  pen.font = `600 15px ${getComputedStyle(document.body).fontFamily}`
  pen.fillText(title, 16, 28)
  pen.drawImage(image, 16, 44, width, height)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
}

/** Saves the drawing of a chart as a PNG, twice as sharp as the screen; inside WeChat it says how to get there. */
export async function savePicture(host: Element | null, title: string): Promise<void> {
  if (inWeChat()) return showToast({ text: t('shell.wechat') })
  const drawing = host?.querySelector('svg[role="img"]')
  const blob = drawing instanceof SVGSVGElement ? await pictureOf(drawing, title) : null
  if (!blob) return
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = `${title}.png`
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
