import { DescriptionList } from '../../../ui/description-list.tsx'
import { formatInstant } from '../../../words/format.ts'
import { t, wordFor } from '../../../words/words.ts'
import type { CallDraft } from './call-draft.ts'

interface CallFactsProps {
  call: CallDraft
  rubricTitle: string | undefined
}

/** What a unit must be beyond its kind. */
function eligibilityText({ eligibility: { phases, accredited, ethicsVeto } }: CallDraft): string {
  const parts = [
    phases.length > 0
      ? t('design.phasesOnly', { phases: phases.map((phase) => wordFor('phase', phase)).join('、') })
      : '',
    accredited ? t('design.accredited') : '',
    ethicsVeto ? t('design.ethicsVeto') : '',
  ].filter((part) => part !== '')
  return parts.length > 0 ? parts.join('；') : t('design.noConditions')
}

/** What a call says, for reading. */
export function CallFacts({ call, rubricTitle }: CallFactsProps) {
  const { review } = call
  return (
    <DescriptionList
      items={[
        { label: t('calls.kind'), value: wordFor('callKind', call.kind) },
        { label: t('calls.level'), value: wordFor('level', call.level) },
        { label: t('calls.year'), value: String(call.year) },
        { label: t('calls.unitKinds'), value: call.unitKinds.map((kind) => wordFor('unitKind', kind)).join('、') },
        { label: t('design.eligibility'), value: eligibilityText(call) },
        { label: t('calls.opensAt'), value: formatInstant(call.opensAt) },
        { label: t('calls.closesAt'), value: formatInstant(call.closesAt) },
        { label: t('calls.quotaPerUnit'), value: t('calls.quotaValue', { n: call.quotaPerUnit }) },
        { label: t('calls.approvalQuota'), value: t('calls.quotaValue', { n: review.quota }) },
        { label: t('calls.rubric'), value: rubricTitle },
        { label: t('calls.blindness'), value: wordFor('blindness', review.blindness) },
        { label: t('calls.method'), value: wordFor('method', review.method) },
        { label: t('calls.expertsPerItem'), value: t('calls.personsValue', { n: review.expertsPerItem }) },
        { label: t('calls.noticeDays'), value: t('calls.daysValue', { n: call.noticeDays }) },
        { label: t('design.contact'), value: call.contact },
        { label: t('calls.form'), value: t('calls.fieldsValue', { n: call.form.length }) },
      ]}
    />
  )
}
