import { Button } from '../../../ui/button.tsx'
import { NumberInput } from '../../../ui/number-input.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { t } from '../../../words/words.ts'
import { hundredthsOf, pointsText } from '../hundredths.ts'
import type { Rubric } from './rubric-tree.ts'

type Band = Rubric['bands'][number]

interface BandsEditorProps {
  bands: readonly Band[]
  /** By pointer into the rubric. */
  wrong: Readonly<Record<string, string>>
  onChange: (bands: Band[], mark?: string) => void
}

const most = 10

function freeKey(bands: readonly Band[]): string {
  let number = 1
  while (bands.some((band) => band.key === `b${number}`)) number++
  return `b${number}`
}

/** The points that belong to a band: from its own up to the next one. */
function rangeOf(bands: readonly Band[], band: Band): string {
  const above = bands.filter(({ from }) => from > band.from).map(({ from }) => from)
  const from = pointsText(band.from)
  return above.length === 0
    ? t('rubrics.bandTop', { from })
    : t('rubrics.bandRange', { from, to: pointsText(Math.min(...above)) })
}

/** 等次: names and the points from which each counts. */
export function BandsEditor({ bands, wrong, onChange }: BandsEditorProps) {
  const change = (at: number, next: Partial<Band>) =>
    onChange(
      bands.map((band, index) => (index === at ? { ...band, ...next } : band)),
      `band ${at}`,
    )
  const told = Object.entries(wrong).filter(([pointer]) => pointer.startsWith('/bands'))
  return (
    <div class="stack" data-pointer="/bands">
      <p class="muted">{t('rubrics.bandsHelp')}</p>
      <ul class="bands">
        {bands.map((band, at) => (
          <li key={band.key} class="band" data-pointer={`/bands/${at}`}>
            <TextInput
              aria-label={t('quality.bandTitle')}
              aria-invalid={wrong[`/bands/${at}/title`] ? true : undefined}
              value={band.title}
              onChange={(title) => change(at, { title })}
              maxLength={20}
            />
            <NumberInput
              aria-label={`${band.title} ${t('quality.bandFrom')}`}
              aria-invalid={wrong[`/bands/${at}/from`] ? true : undefined}
              value={band.from / 100}
              onChange={(value) => value !== null && change(at, { from: hundredthsOf(value) })}
              decimals={2}
              unit={t('quality.bandFrom')}
            />
            <span class="band-range">{rangeOf(bands, band)}</span>
            <Button
              kind="text"
              size="small"
              icon="close"
              title={t('ui.removeRow', { n: at + 1 })}
              onClick={() => onChange(bands.filter((_, index) => index !== at))}
            />
          </li>
        ))}
      </ul>
      {told.map(([pointer, text]) => (
        <div key={pointer} class="field-error">
          {text}
        </div>
      ))}
      {bands.length < most && (
        <Button
          size="small"
          icon="plus"
          onClick={() => onChange([...bands, { key: freeKey(bands), title: '', from: 0 }])}
        >
          {t('quality.addBand')}
        </Button>
      )}
    </div>
  )
}
