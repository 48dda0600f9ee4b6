import type { RefObject } from 'preact'
import { useState } from 'preact/hooks'
import { inWeChat } from '../frame/download.ts'
import { t } from '../words/words.ts'
import { Button } from './button.tsx'
import { csvText } from './csv-text.ts'
import { saveFile } from './save-file.ts'
import { showToast } from './toast.tsx'

interface ChartFootProps {
  figure: RefObject<HTMLElement | null>
  title: string
  head: readonly string[]
  rows: readonly (readonly string[])[]
}

/** Inside WeChat nothing can be saved: it says how to get there. */
function kept(): boolean {
  if (!inWeChat()) return false
  showToast({ text: t('shell.wechat') })
  return true
}

function readingOf(head: readonly string[], row: readonly string[]): string {
  const [first = '', ...rest] = row
  const figures = rest.map((value, at) => (rest.length > 1 ? `${head[at + 1] ?? ''} ${value}` : value))
  return `${first}：${figures.join('，')}`
}

/** Beneath a chart: its figures read out one by one by keyboard or finger, saved as a picture or as CSV, or all as a table. */
export function ChartFoot({ figure, title, head, rows }: ChartFootProps) {
  const [at, setAt] = useState<number | null>(null)
  const [busy, setBusy] = useState(false)
  const reading = at === null ? '' : readingOf(head, rows[Math.min(at, rows.length - 1)] ?? [])
  async function savePicture() {
    if (kept() || !figure.current) return
    setBusy(true)
    try {
      const { pictureOf } = await import('./chart-picture.ts')
      const picture = await pictureOf(figure.current)
      if (picture) saveFile(`${title}.png`, picture)
      else showToast({ kind: 'error', text: t('ui.chartNoPicture') })
    } catch {
      showToast({ kind: 'error', text: t('ui.chartNoPicture') })
    } finally {
      setBusy(false)
    }
  }
  function saveRows() {
    if (!kept()) saveFile(`${title}.csv`, new Blob([csvText([head, ...rows])], { type: 'text/csv;charset=utf-8' }))
  }
  return (
    <div class="chart-foot">
      <div class="chart-tools">
        {rows.length > 1 && (
          <span class="chart-reader">
            <input
              type="range"
              min={0}
              max={rows.length - 1}
              value={at ?? 0}
              aria-label={t('ui.chartRead', { title })}
              aria-valuetext={reading || t('ui.chartReadHelp')}
              onFocus={() => setAt((now) => now ?? 0)}
              onInput={(event) => setAt(Number(event.currentTarget.value))}
            />
            <span class={at === null ? 'muted' : ''}>{reading || t('ui.chartReader')}</span>
          </span>
        )}
        <span class="chart-saves">
          <Button size="small" kind="text" icon="download" busy={busy} onClick={() => void savePicture()}>
            {t('ui.chartPicture')}
          </Button>
          <Button size="small" kind="text" icon="download" onClick={saveRows}>
            {t('ui.chartCsv')}
          </Button>
        </span>
      </div>
      <details class="chart-data">
        <summary>{t('ui.chartTable')}</summary>
        <table>
          <caption class="visually-hidden">{title}</caption>
          <thead>
            <tr>
              {head.map((cell) => (
                <th key={cell} scope="col">
                  {cell}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([first, ...rest]) => (
              <tr key={first}>
                <th scope="row">{first}</th>
                {rest.map((cell, index) => (
                  <td key={head[index + 1]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  )
}
