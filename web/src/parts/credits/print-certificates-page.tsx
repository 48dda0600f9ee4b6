import { useEffect, useMemo, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { call } from '../../call.ts'
import { ProblemView } from '../../frame/problem-view.tsx'
import type { ProblemError } from '../../problem.ts'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { afterOf } from '../../use-pages.ts'
import { t } from '../../words/words.ts'
import { type Certificate, CertificatePaper } from './certificate-paper.tsx'

const page = 100
/** Sheets laid out between two breaths of the browser: about a tenth of a second on an old PC. */
const chunk = 10

type Fetched = { items: readonly Certificate[]; whole: boolean; problem: ProblemError | undefined }

/** All valid certificates of a cohort in the order of their numbers, page by page. */
function useCohort(cohort: string): Fetched {
  const { district } = useActing()
  const [fetched, setFetched] = useState<Fetched>({ items: [], whole: false, problem: undefined })
  useEffect(() => {
    let wanted = true
    async function fetchAll() {
      const items: Certificate[] = []
      for (let after: string | null | undefined; after !== null && wanted; ) {
        const answer = await call('listCertificates', {
          params: { district },
          query: { cohort, state: 'valid', limit: page, after },
        })
        if (!wanted) return
        if (!answer.ok) return setFetched({ items, whole: false, problem: answer.problem })
        items.push(...answer.body.items)
        after = afterOf(answer.body.next)
      }
      items.sort((a, b) => (a.number < b.number ? -1 : 1))
      if (wanted) setFetched({ items, whole: true, problem: undefined })
    }
    void fetchAll()
    return () => {
      wanted = false
    }
  }, [cohort])
  return fetched
}

/** How many sheets are laid out: a few more each time the browser is free, so that hundreds never freeze it. */
function useGrowing(most: number): number {
  const [shown, setShown] = useState(0)
  useEffect(() => {
    if (shown >= most) return
    const timer = setTimeout(() => setShown(Math.min(most, shown + chunk)))
    return () => clearTimeout(timer)
  }, [shown, most])
  return Math.min(shown, most)
}

function Sheets({ items }: { items: readonly Certificate[] }) {
  const shown = useGrowing(items.length)
  // the same element again is left alone: only the newest sheets cost anything
  const papers = useMemo(() => items.map((one) => <CertificatePaper key={one.id} certificate={one} />), [items])
  const done = shown === items.length
  return (
    <>
      <section class="card stack no-print" aria-live="polite">
        {done ? (
          <div class="row">
            <span>{t('certificates.ready', { n: items.length })}</span>
            <Button kind="primary" icon="print" onClick={() => print()}>
              {t('certificates.print')}
            </Button>
          </div>
        ) : (
          <ProgressBar
            value={shown}
            max={items.length}
            label={t('certificates.preparing', { done: shown, total: items.length })}
          />
        )}
        <p class="muted">
          {t('certificates.landscape')}
          {t('certificates.onlyValid')}
        </p>
      </section>
      <div class="certificate-sheets">{papers.slice(0, shown)}</div>
    </>
  )
}

/** 打印整班: every valid certificate of a cohort, a sheet each, in one print. */
export function PrintCertificatesPage() {
  const cohort = useLocation().query['cohort'] ?? ''
  const { items, whole, problem } = useCohort(cohort)
  return (
    <>
      <div class="no-print">
        <PageHead
          title={t('certificates.printTitle')}
          crumbs={[
            { label: t('shell.workbench'), href: '/' },
            { label: t('menu.certificates'), href: `/certificates?cohort=${cohort}` },
            { label: t('certificates.printTitle') },
          ]}
        />
        {problem && (
          <div class="card">
            <ProblemView problem={problem} onRetry={() => location.reload()} />
          </div>
        )}
        {!whole && !problem && <Callout>{t('certificates.preparing', { done: 0, total: items.length })}</Callout>}
        {whole && items.length === 0 && (
          <div class="card">
            <EmptyState title={t('certificates.nothingToPrint')} help={t('certificates.onlyValid')} />
          </div>
        )}
      </div>
      {whole && items.length > 0 && <Sheets items={items} />}
    </>
  )
}
