const SCALE = 2
const PADDING = 16
const SVG = 'http://www.w3.org/2000/svg'
const STYLED = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'font-size',
  'font-family',
  'font-weight',
  'text-anchor',
  'paint-order',
] as const

/** Patterns are shared between a drawing and its legend: each picture of a part needs its own copy. */
function withPatterns(copy: SVGSVGElement): void {
  const wanted = new Set([...copy.outerHTML.matchAll(/url\((?:&quot;|")?#([^")&]+)/g)].map(([, id = '']) => id))
  for (const id of wanted) {
    const pattern = document.getElementById(id)
    if (pattern && !copy.querySelector(`[id="${id}"]`)) copy.prepend(pattern.cloneNode(true))
  }
}

/** A copy of a drawing that carries its own styles: outside the page there is no style sheet. */
function standalone(drawing: SVGSVGElement): SVGSVGElement {
  const copy = drawing.cloneNode(true) as SVGSVGElement
  const { width, height } = drawing.getBoundingClientRect()
  const copies = copy.querySelectorAll('*')
  drawing.querySelectorAll('*').forEach((node, index) => {
    const target = copies[index]
    if (!target || node.closest('defs')) return
    const style = getComputedStyle(node)
    for (const name of STYLED) target.setAttribute(name, style.getPropertyValue(name))
  })
  withPatterns(copy)
  copy.setAttribute('xmlns', SVG)
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  return copy
}

async function imageOf(drawing: SVGSVGElement): Promise<HTMLImageElement> {
  const image = new Image()
  const text = new XMLSerializer().serializeToString(standalone(drawing))
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`
  await image.decode()
  return image
}

/** Pieces of a text as they stand on the screen, line by line. */
function linesOf(node: Text): { text: string; box: DOMRect }[] {
  const range = document.createRange()
  const lines: { text: string; box: DOMRect }[] = []
  for (let at = 0; at < node.data.length; at++) {
    range.setStart(node, at)
    range.setEnd(node, at + 1)
    const box = range.getBoundingClientRect()
    const line = lines[lines.length - 1]
    if (line && Math.abs(line.box.top - box.top) < 2) line.text += node.data[at]
    else if (box.width > 0) lines.push({ text: node.data[at] ?? '', box })
  }
  return lines
}

function textsOf(figure: Element): Text[] {
  const walker = document.createTreeWalker(figure, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest('svg, .chart-foot') || !node.nodeValue?.trim()
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  )
  const found: Text[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (node instanceof Text) found.push(node)
  return found
}

/** A chart as a PNG, twice as sharp as the screen: title, legend and drawing where they stand, on white. */
export async function pictureOf(figure: Element): Promise<Blob | null> {
  const drawings = [...figure.querySelectorAll('svg')].filter((svg) => !svg.closest('.chart-foot'))
  const frame = figure.getBoundingClientRect()
  const foot = figure.querySelector('.chart-foot')?.getBoundingClientRect()
  const [width, height] = [frame.width + 2 * PADDING, (foot?.top ?? frame.bottom) - frame.top + 2 * PADDING]
  const canvas = document.createElement('canvas')
  canvas.width = Math.ceil(width * SCALE)
  canvas.height = Math.ceil(height * SCALE)
  const pen = canvas.getContext('2d')
  if (!pen) return null
  pen.scale(SCALE, SCALE)
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, width, height)
  const place = (box: DOMRect) => [box.left - frame.left + PADDING, box.top - frame.top + PADDING] as const
  for (const drawing of drawings) {
    const box = drawing.getBoundingClientRect()
    if (box.width > 0) pen.drawImage(await imageOf(drawing), ...place(box), box.width, box.height)
  }
  pen.textBaseline = 'middle'
  for (const node of textsOf(figure)) {
    const style = getComputedStyle(node.parentElement ?? figure)
    pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
    pen.fillStyle = style.color
    for (const { text, box } of linesOf(node)) {
      const [x, y] = place(box)
      pen.fillText(text, x, y + box.height / 2)
    }
  }
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
}
