import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { call } from '../../../call.ts'
import { refreshAll } from '../../../query-store.ts'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { showToast } from '../../../ui/toast.tsx'
import { addWords, t } from '../../../words/words.ts'
import { comments as words } from '../../../words/zh/comments.ts'

addWords('comments', words)

/** 整理评审意见: collects what the experts of a concluded panel wrote, however many requests that takes. */
export function PrepareComments({ panelId }: { panelId: string }) {
  const { district } = useActing()
  const { route } = useLocation()
  const [busy, setBusy] = useState(false)
  async function prepare() {
    setBusy(true)
    let prepared = 0
    let without = 0
    let more = true
    while (more) {
      const answer = await call('prepareReviewComments', { params: { district, id: panelId }, body: {} })
      if (!answer.ok) {
        setBusy(false)
        showToast({ kind: 'error', text: `${answer.problem.title}。${answer.problem.detail}` })
        return
      }
      prepared += answer.body.prepared
      without += answer.body.without
      more = answer.body.more && answer.body.prepared > 0
    }
    setBusy(false)
    refreshAll()
    if (prepared === 0) return showToast({ text: t('comments.nothingNew') })
    const told = without > 0 ? t('comments.without', { n: without }) : ''
    showToast({ kind: 'success', text: `${t('comments.prepared', { n: prepared })}${told === '' ? '' : `，${told}`}` })
    route(`/review-comments?panel=${panelId}`)
  }
  return (
    <Button busy={busy} onClick={() => void prepare()}>
      {t('comments.prepare')}
    </Button>
  )
}
