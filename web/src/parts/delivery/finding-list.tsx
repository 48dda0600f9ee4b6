import './enrolments.css'
import type { OutputOf } from '../../call.ts'
import { Tag } from '../../ui/tag.tsx'
import { t, wordFor } from '../../words/words.ts'

type Finding = OutputOf<'readEnrolment'>['findings'][number]
type Waiver = OutputOf<'readEnrolment'>['waiver']

interface FindingListProps {
  findings: readonly Finding[]
  waiver?: Waiver | undefined
}

/** What clashes or repeats, and with what; a block that was let pass says so. */
export function FindingList({ findings, waiver }: FindingListProps) {
  if (findings.length === 0) return <span class="muted">{t('enrol.noFindings')}</span>
  return (
    <ul class="finding-list">
      {findings.map((finding) => {
        const key = `${finding.rule}:${finding.with.id}`
        const waived = finding.mode === 'block' && waiver?.covers.includes(key) === true
        return (
          <li key={key}>
            <Tag tone={waived ? 'blue' : finding.mode === 'block' ? 'accent' : 'amber'}>
              {waived
                ? t('enrol.waived')
                : finding.mode === 'block'
                  ? t('enrol.blocked')
                  : wordFor('repeatMode', 'warn')}
            </Tag>
            {wordFor('repeatRule', finding.rule)}
            <span class="finding-with">
              {finding.with.title}：{finding.detail}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
