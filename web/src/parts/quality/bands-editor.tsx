import { Button } from '../../ui/button.tsx'
import { NumberInput } from '../../ui/number-input.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { t } from '../../words/words.ts'
import { hundredthsOf } from './hundredths.ts'
import type { Rubric } from './rubric-tree.ts'

type Band = Rubric['bands'][number]

interface BandsEditorProps {
  bands: readonly Band[]
  errors: Readonly<Record<string, string>>
  onChange: (bands: Band[]) => void
}

function freeKey(bands: readonly Band[]): string {
  let number = 1
  while (bands.some((band) => band.key === `b${number}`)) number++
  return `b${number}`
}

/** 等次: names and the points from which each counts. */
export function BandsEditor({ bands, errors, onChange }: BandsEditorProps) {
  const change = (at: number, next: Partial<Band>) =>
    onChange(bands.map((band, index) => (index === at ? { ...band, ...next } : band)))
  const wrong = Object.entries(errors).filter(([pointer]) => pointer.startsWith('/body/bands'))
  return (
    <div class="stack">
      <ul class="bands">
        {bands.map((band, at) => (
          <li key={band.key} class="band">
            <TextInput
              aria-label={t('quality.bandTitle')}
              aria-invalid={errors[`/body/bands/${at}/title`] ? true : undefined}
              value={band.title}
              onChange={(title) => change(at, { title })}
              maxLength={20}
            />
            <NumberInput
              aria-label={t('quality.bandFrom')}
              aria-invalid={errors[`/body/bands/${at}/from`] ? true : undefined}
              value={band.from / 100}
              onChange={(value) => value !== null && change(at, { from: hundredthsOf(value) })}
              decimals={2}
              unit={t('quality.bandFrom')}
            />
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
      {wrong.map(([pointer, text]) => (
        <div key={pointer} class="field-error">
          {text}
        </div>
      ))}
      <Button
        size="small"
        icon="plus"
        onClick={() => onChange([...bands, { key: freeKey(bands), title: '', from: 0 }])}
      >
        {t('quality.addBand')}
      </Button>
    </div>
  )
}
