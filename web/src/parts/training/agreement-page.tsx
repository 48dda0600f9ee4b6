import './paper.css'
import { useRoute } from 'preact-iso'
import { call, type OutputOf } from '../../call.ts'
import { inWeChat } from '../../frame/download.ts'
import { MoveButtons } from '../../frame/move-buttons.tsx'
import { QueryView } from '../../frame/query-view.tsx'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useQuery } from '../../use-query.ts'
import { formatInstant } from '../../words/format.ts'
import { t } from '../../words/words.ts'
import type { Agreement } from './agreement-view.tsx'
import { PaperTitle } from './paper-title.tsx'

type Project = OutputOf<'readProject'>

/** The frozen text as a sheet of paper: the first line is its title, the foot says who confirmed it and its hash. */
function AgreementPaper({ agreement }: { agreement: Agreement }) {
  const [title = '', ...lines] = agreement.text.trimEnd().split('\n')
  const said = (by: string | null, at: string | null) =>
    at === null ? t('agreements.waiting') : [by, formatInstant(at)].filter(Boolean).join(' ')
  return (
    <article class="paper">
      <PaperTitle text={title} before="（" />
      <div class="paper-text">
        {lines.map((line, n) => (
          <p key={`${n} ${line}`} class={/^[一二三四五六]、/.test(line) ? 'paper-head' : undefined}>
            {line.trim()}
          </p>
        ))}
      </div>
      <p class="paper-foot">
        {t('agreements.paperFoot', {
          office: said(agreement.officeConfirmedBy, agreement.officeConfirmedAt),
          unit: said(agreement.unitConfirmedBy, agreement.unitConfirmedAt),
          hash: agreement.sha256,
        })}
      </p>
    </article>
  )
}

function Confirm({ project }: { project: Project }) {
  const { district } = useActing()
  const { id, version, agreement } = project
  return (
    <MoveButtons
      offered={project.actions}
      moves={[
        {
          action: 'prepare',
          label: t('agreements.confirm'),
          message: t('agreements.confirmHelp'),
          note: 'none',
          kind: 'primary',
          // the hash of what stands on this page: a newer text is not confirmed unseen
          send: () =>
            call('prepareProject', {
              params: { district, id },
              body: { sha256: agreement.sha256 },
              ifMatch: version,
            }),
        },
      ]}
    />
  )
}

function Versions({ agreements, shown, id }: { agreements: readonly Agreement[]; shown: Agreement; id: string }) {
  const current = agreements[agreements.length - 1] ?? shown
  return (
    <nav class="card row no-print paper-versions" aria-label={t('agreements.versions')}>
      <span class="muted">{t('agreements.versions')}</span>
      {agreements.map(({ no }) => (
        <a
          key={no}
          href={`/projects/${id}/agreement?no=${no}`}
          aria-current={no === shown.no ? 'page' : undefined}
          class={no === shown.no ? 'version-shown' : undefined}
        >
          {t('agreements.edition', { no })}
          {no === current.no && <Tag tone="green">{t('agreements.inForce')}</Tag>}
        </a>
      ))}
    </nav>
  )
}

/** 任务书全文: read, confirmed by the unit, printed on A4; earlier versions stay readable. */
export function AgreementPage() {
  const { district } = useActing()
  const { params, query: asked } = useRoute()
  const id = params['id'] ?? ''
  const project = useQuery('readProject', { params: { district, id } })
  const versions = useQuery('listAgreements', { params: { district, id } })
  return (
    <QueryView query={project}>
      {(data) => (
        <QueryView query={versions}>
          {({ items }) => {
            const shown = items.find(({ no }) => String(no) === asked['no']) ?? data.agreement
            const old = shown.no !== data.agreement.no
            return (
              <>
                <div class="no-print">
                  <PageHead
                    title={t('agreements.title')}
                    crumbs={[
                      { label: t('shell.workbench'), href: '/' },
                      { label: t('menu.projects'), href: '/projects' },
                      { label: data.title, href: `/projects/${id}` },
                      { label: t('agreements.title') },
                    ]}
                    actions={
                      <>
                        {!inWeChat() && (
                          <Button icon="print" onClick={() => print()}>
                            {t('ui.print')}
                          </Button>
                        )}
                        {!old && <Confirm project={data} />}
                      </>
                    }
                  />
                </div>
                {inWeChat() && <Callout>{t('letters.wechat')}</Callout>}
                {old && (
                  <Callout
                    kind="warning"
                    actions={
                      <Button size="small" href={`/projects/${id}/agreement`}>
                        {t('agreements.readCurrent')}
                      </Button>
                    }
                  >
                    {t('agreements.olderEdition', { no: shown.no, current: data.agreement.no })}
                  </Callout>
                )}
                {items.length > 1 && <Versions agreements={items} shown={shown} id={id} />}
                <AgreementPaper agreement={shown} />
              </>
            )
          }}
        </QueryView>
      )}
    </QueryView>
  )
}
