import './print-file.css'
import { useEffect } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import { inWeChat } from '../../../frame/download.ts'
import { QueryView } from '../../../frame/query-view.tsx'
import { useNow } from '../../../frame/use-now.ts'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { Callout } from '../../../ui/callout.tsx'
import { useQuery } from '../../../use-query.ts'
import { formatInstant } from '../../../words/format.ts'
import { t } from '../../../words/words.ts'
import type { Application } from './application-moves.tsx'
import { PrintAnswers } from './print-answers.tsx'
import { PrintCover } from './print-cover.tsx'
import { PrintFiles, PrintHistory, PrintSubmissions } from './print-records.tsx'

function Sheet({ one }: { one: Application }) {
  const { district, membership } = useActing()
  const params = { district, id: one.id }
  const history = useQuery('readApplicationHistory', { params })
  const submissions = useQuery('listSubmissions', { params })
  const now = useNow()
  // the name that the browser offers for a PDF
  useEffect(() => {
    document.title = [one.number, one.title, one.unitName].filter(Boolean).join(' ')
  }, [one.id, one.number])
  const items = submissions.data?.items ?? []
  return (
    <article class="print-file">
      <PrintCover one={one} bureau={membership.district?.name ?? ''} submittedAt={items[0]?.submittedAt ?? null} />
      <PrintAnswers one={one} />
      <PrintFiles files={one.attachments} />
      <PrintSubmissions items={items} />
      <PrintHistory items={history.data?.items ?? []} />
      {one.score !== null && one.rank !== null && (
        <p>{t('files.reviewed', { score: one.score.toFixed(2), rank: one.rank })}</p>
      )}
      <p class="print-at">{t('files.printedAt', { at: formatInstant(now) })}</p>
    </article>
  )
}

/** 全套申报材料 on A4: cover, every answer, attachments with checksums, submissions and history. */
export function PrintPage() {
  const { district } = useActing()
  const id = useRoute().params['id'] ?? ''
  const query = useQuery('readApplication', { params: { district, id } })
  return (
    <>
      <div class="print-tools no-print">
        <Button icon="left" href={`/applications/${id}`}>
          {t('frame.back')}
        </Button>
        <Button kind="primary" icon="print" disabled={inWeChat()} onClick={() => window.print()}>
          {t('files.printNow')}
        </Button>
        <Callout kind={inWeChat() ? 'warning' : 'info'}>
          {inWeChat() ? t('shell.wechat') : t('files.printHelp')}
        </Callout>
      </div>
      <QueryView query={query}>{(one) => <Sheet one={one} />}</QueryView>
    </>
  )
}
