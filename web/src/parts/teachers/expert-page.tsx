import './experts.css'
import { useRoute } from 'preact-iso'
import type { OutputOf } from '../../call.ts'
import { NothingFound } from '../../frame/nothing-found.tsx'
import { QueryView } from '../../frame/query-view.tsx'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { DescriptionList } from '../../ui/description-list.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useQuery } from '../../use-query.ts'
import { t, wordFor } from '../../words/words.ts'
import { HistoryLine } from './expert-history.tsx'
import { ExpertStateTag } from './expert-state.tsx'

type Expert = OutputOf<'readExpert'>

/** A span in time, open at either end. */
function span(since: string | null | undefined, until: string | null | undefined): string {
  if (!since && !until) return ''
  return `（${since ?? ''} — ${until ?? t('experts.now')}）`
}

function Lines({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return <>{t('ui.none')}</>
  return (
    <ul class="plain-list">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

function Profile({ expert }: { expert: Expert }) {
  const names = expert.schoolNames ?? {}
  const school = (id: string) => names[id] ?? t('experts.aSchool')
  return (
    <section class="card">
      <DescriptionList
        items={[
          { label: t('experts.jobTitle'), value: expert.title || t('ui.none') },
          { label: t('teachers.ownSchool'), value: expert.schoolId === null ? t('ui.none') : school(expert.schoolId) },
          { label: t('teachers.subjects'), value: expert.subjects.join('、') || t('ui.none') },
          {
            label: t('teachers.phases'),
            value: expert.phases.map((phase) => wordFor('phase', phase)).join('、') || t('ui.none'),
          },
          {
            label: t('teachers.pastSchools'),
            value: (
              <Lines
                lines={expert.pastSchools.map(({ schoolId, until }) => `${school(schoolId)}${span(null, until)}`)}
              />
            ),
          },
          {
            label: t('experts.units'),
            value: (
              <Lines
                lines={expert.units.map(
                  ({ unitId, name, title, since, until }) =>
                    `${name || (unitId === null ? '' : school(unitId))} ${title}${span(since, until)}`,
                )}
              />
            ),
          },
          {
            label: t('teachers.ties'),
            value: (
              <Lines
                lines={expert.ties.map(
                  ({ name, kind, since, until }) => `${name}：${wordFor('tie', kind)}${span(since, until)}`,
                )}
              />
            ),
          },
          {
            label: t('experts.pauses'),
            value: (
              <Lines
                lines={expert.pauses.map(
                  ({ from, to, reason }) => `${from} — ${to ?? t('experts.untilFurther')} ${reason}`,
                )}
              />
            ),
          },
          ...(expert.leftOn === null ? [] : [{ label: t('experts.leftOn'), value: expert.leftOn }]),
        ]}
      />
    </section>
  )
}

function Whole({ expert, own }: { expert: Expert; own: boolean }) {
  return (
    <>
      <PageHead
        title={expert.name}
        crumbs={
          own
            ? [{ label: t('shell.workbench'), href: '/' }, { label: t('menu.myExpert') }]
            : [
                { label: t('shell.workbench'), href: '/' },
                { label: t('menu.experts'), href: '/experts' },
                { label: expert.name },
              ]
        }
        tags={<ExpertStateTag state={expert.state} />}
        help={own ? t('experts.ownHelp') : undefined}
        actions={
          expert.actions.includes('edit') && (
            <Button kind="primary" href={`/experts/${expert.id}/edit`}>
              {t(own ? 'experts.amendOwn' : 'teachers.editExpert')}
            </Button>
          )
        }
      />
      <Profile expert={expert} />
      <div class="expert-history">
        <h2>{t('experts.history')}</h2>
        {!own && <p class="muted">{t('experts.leaningHelp')}</p>}
      </div>
      <HistoryLine expertId={expert.id} linked={!own} />
    </>
  )
}

/** 一位专家: profile, declared ties, and the panels they sat in. */
export function ExpertPage() {
  const { district } = useActing()
  const id = useRoute().params['id'] ?? ''
  const query = useQuery('readExpert', { params: { district, id } })
  return <QueryView query={query}>{(expert) => <Whole expert={expert} own={false} />}</QueryView>
}

/** 我的专家资料: the record of the expert who is signed in. */
export function OwnExpertPage() {
  const { district } = useActing()
  const list = useQuery('listExperts', { params: { district }, query: { limit: 1 } })
  const id = list.data?.items[0]?.id
  const query = useQuery('readExpert', id === undefined ? null : { params: { district, id } })
  if (list.data && id === undefined)
    return <NothingFound filtered={false} title={t('experts.noOwn')} help={t('experts.noOwnHelp')} />
  return (
    <QueryView query={id === undefined ? { ...query, busy: true } : query}>
      {(expert) => <Whole expert={expert} own />}
    </QueryView>
  )
}
