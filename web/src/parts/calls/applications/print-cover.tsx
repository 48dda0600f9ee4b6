import { formatInstant } from '../../../words/format.ts'
import { t, wordFor } from '../../../words/words.ts'
import type { Application } from './application-moves.tsx'

interface PrintCoverProps {
  one: Application
  bureau: string
  submittedAt: string | null
}

/** The first sheet: what it is, whose, under which number; room for seal and signature. */
export function PrintCover({ one, bureau, submittedAt }: PrintCoverProps) {
  const rows = [
    [t('calls.number'), one.number ?? '—'],
    [t('calls.project'), one.title],
    [t('calls.unit'), one.unitName],
    [t('files.coverCall'), one.callTitle ?? '—'],
    [t('files.coverState'), wordFor('application', one.state)],
    [t('files.coverSubmitted'), formatInstant(submittedAt)],
  ] as const
  return (
    <section class="print-cover">
      <p class="print-bureau">{bureau}</p>
      <h1>
        {one.callTitle}
        <br />
        {t('files.coverName')}
      </h1>
      <table>
        <tbody>
          {rows.map(([label, value]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div class="print-seals">
        <p>{t('files.seal')}</p>
        <p>{t('files.sign')}</p>
        <p>{t('files.signDate')}</p>
      </div>
    </section>
  )
}
