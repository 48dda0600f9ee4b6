import { choicesOf } from '../../frame/choices.ts'
import { inWeChat } from '../../frame/download.ts'
import { choiceFilter, textFilter } from '../../frame/filter-fields.tsx'
import { ListTable } from '../../frame/list-table.tsx'
import { NothingFound } from '../../frame/nothing-found.tsx'
import { useFilters } from '../../frame/use-filters.ts'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { usePages } from '../../use-pages.ts'
import { t } from '../../words/words.ts'

const states = ['valid', 'revoked', 'superseded'] as const

/** What leads from the certificates of one cohort to the print of all and to issuing. */
function CohortActions({ cohort, office }: { cohort: string; office: boolean }) {
  return (
    <>
      {office && <Button href={`/certificates/issue/${cohort}`}>{t('certificates.issue')}</Button>}
      {!inWeChat() && (
        <Button kind="primary" icon="print" href={`/certificates/print?cohort=${cohort}`}>
          {t('certificates.printAll')}
        </Button>
      )}
    </>
  )
}

/** 结业证书: the bureau's register, a school's teachers', a runner's cohorts', or one's own. */
export function CertificatesPage() {
  const { district, role } = useActing()
  const filters = useFilters('q', 'state', 'cohort')
  const { q, cohort } = filters.applied
  const state = states.find((one) => one === filters.applied.state)
  const pages = usePages('listCertificates', (after) => ({ params: { district }, query: { q, state, cohort, after } }))
  const own = role === 'teacher'
  const title = pages.items[0]?.printed.cohortTitle ?? ''
  return (
    <>
      <PageHead
        title={t('menu.certificates')}
        crumbs={[{ label: t('shell.workbench'), href: '/' }, { label: t('menu.certificates') }]}
        help={
          cohort && title
            ? t('certificates.ofCohort', { title })
            : t(own ? 'certificates.ownHelp' : 'certificates.help')
        }
        actions={cohort && !own && <CohortActions cohort={cohort} office={role === 'office'} />}
      />
      {!own && (
        <FilterBar
          onSearch={filters.search}
          onReset={filters.reset}
          fields={[
            textFilter(filters, 'q', t('certificates.search'), { maxLength: 60 }),
            choiceFilter(filters, 'state', t('frame.state'), choicesOf('certificate', states)),
          ]}
        />
      )}
      <ListTable
        pages={pages}
        caption={t('menu.certificates')}
        storageKey="certificates"
        personal
        empty={
          <NothingFound
            filtered={q !== undefined || state !== undefined}
            title={t('certificates.none')}
            help={t(own ? 'certificates.noneOwnHelp' : 'certificates.noneHelp')}
          />
        }
        columns={[
          {
            key: 'number',
            title: t('certificates.number'),
            nowrap: true,
            fixed: true,
            card: 'title',
            render: ({ id, number }) => <a href={`/certificates/${id}`}>{number}</a>,
          },
          { key: 'name', title: t('certificates.person'), nowrap: true, render: ({ name }) => name },
          { key: 'school', title: t('certificates.school'), render: ({ printed }) => printed.schoolName },
          { key: 'project', title: t('certificates.project'), render: ({ printed }) => printed.projectTitle },
          {
            key: 'hours',
            title: t('certificates.hours'),
            align: 'right',
            nowrap: true,
            render: ({ printed }) => printed.hours,
          },
          {
            key: 'issuedOn',
            title: t('certificates.issuedOn'),
            nowrap: true,
            render: ({ printed }) => printed.issuedOn,
          },
          {
            key: 'state',
            title: t('frame.state'),
            nowrap: true,
            render: ({ state: of }) => <StateTag group="certificate" state={of} />,
          },
        ]}
      />
    </>
  )
}
