import { Button } from '../../../ui/button.tsx'
import { DescriptionList } from '../../../ui/description-list.tsx'
import { ResultPage } from '../../../ui/result-page.tsx'
import { formatInstant } from '../../../words/format.ts'
import { t } from '../../../words/words.ts'
import type { Application } from './application-moves.tsx'

/** What stands on the screen once an application is handed in. */
export function SubmittedResult({ one }: { one: Application }) {
  return (
    <div class="card">
      <ResultPage
        kind="success"
        title={t('calls.submitted')}
        help={t('calls.submittedHelp')}
        facts={
          <DescriptionList
            single
            items={[
              { label: t('calls.number'), value: one.number },
              { label: t('calls.project'), value: one.title },
              { label: t('calls.submissions'), value: t('calls.times', { n: one.submissionNo }) },
              { label: t('calls.submittedAt'), value: formatInstant(one.updatedAt) },
            ]}
          />
        }
        actions={
          <>
            <Button href="/applications">{t('calls.toList')}</Button>
            <Button kind="primary" href={`/applications/${one.id}`}>
              {t('frame.view')}
            </Button>
          </>
        }
      />
    </div>
  )
}
