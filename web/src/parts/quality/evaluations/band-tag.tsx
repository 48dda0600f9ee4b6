import { Tag, type Tone } from '../../../ui/tag.tsx'
import { t, wordFor } from '../../../words/words.ts'

/** Look of the bands that the samples come with; a bureau's own are neutral. */
const tones: Readonly<Record<string, Tone>> = { excellent: 'green', good: 'blue', pass: 'amber', fail: 'red' }

export function BandTag({ band, title }: { band: string | null; title?: string | null | undefined }) {
  if (band === null) return <>{t('ui.none')}</>
  return <Tag tone={tones[band]}>{title ?? wordFor('band', band)}</Tag>
}
