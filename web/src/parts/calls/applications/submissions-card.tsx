import './submissions.css'
import type { OutputOf } from '../../../call.ts'
import { QueryView } from '../../../frame/query-view.tsx'
import { Button } from '../../../ui/button.tsx'
import type { Query } from '../../../use-query.ts'
import { formatInstant } from '../../../words/format.ts'
import { t } from '../../../words/words.ts'

interface SubmissionsCardProps {
  id: string
  /** Whether what stands now differs from what was last handed in. */
  editing: boolean
  query: Query<OutputOf<'listSubmissions'>>
}

/** 历次提交 with their checksums; each is compared with the one before it, the last with what is being written. */
export function SubmissionsCard({ id, editing, query }: SubmissionsCardProps) {
  return (
    <section class="card">
      <h2>{t('files.submissions')}</h2>
      <QueryView query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p class="muted">{t('files.noSubmissions')}</p>
          ) : (
            <ol class="submissions">
              {items.map(({ no, formNo, submittedAt, attachments, sha256 }, at) => (
                <li key={no}>
                  <div class="submission-head">
                    <strong>{t('files.nth', { n: no })}</strong>
                    <span>{formatInstant(submittedAt)}</span>
                  </div>
                  <div class="muted">
                    {t('files.formNo', { n: formNo })}　{t('files.fileCount', { n: attachments.length })}
                  </div>
                  <div class="muted submission-hash" title={sha256}>
                    {t('files.hash')} {sha256.slice(0, 16)}
                  </div>
                  <div class="row">
                    {no > 1 && (
                      <Button size="small" href={`/applications/${id}/compare?from=${no - 1}&to=${no}`}>
                        {t('files.compareBefore', { n: no - 1 })}
                      </Button>
                    )}
                    {at === 0 && editing && (
                      <Button size="small" href={`/applications/${id}/compare?from=${no}&to=0`}>
                        {t('files.compareNow')}
                      </Button>
                    )}
                  </div>
                </li>
              ))}
            </ol>
          )
        }
      </QueryView>
    </section>
  )
}
