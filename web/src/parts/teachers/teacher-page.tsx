import { useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import { addressOf } from '../../call.ts'
import { HistoryCard } from '../../frame/history-card.tsx'
import { enters } from '../../frame/menu-table.ts'
import { MoveButtons } from '../../frame/move-buttons.tsx'
import { QueryView } from '../../frame/query-view.tsx'
import { useNow } from '../../frame/use-now.ts'
import { lazyExtra, lazyPage } from '../../lazy-page.tsx'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { DescriptionList } from '../../ui/description-list.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { useQuery } from '../../use-query.ts'
import { formatDate, formatInstant } from '../../words/format.ts'
import { t, wordFor } from '../../words/words.ts'
import { PurposeDownload } from './purpose-download.tsx'
import { RevealNumber } from './reveal-number.tsx'
import type { Teacher } from './teacher-draft.ts'
import { teacherMoves } from './teacher-moves.tsx'

const PeriodBars = lazyPage(() => import('./period-bars.tsx').then((m) => m.PeriodBars))
const TransferDialog = lazyExtra(() => import('./transfer-dialog.tsx').then((m) => m.TransferDialog))

function Facts({ teacher }: { teacher: Teacher }) {
  const may = teacher.actions.includes('reveal')
  const number = (field: 'document' | 'certificate' | 'phone', masked: string | null) => (
    <RevealNumber
      key={field}
      teacherId={teacher.id}
      field={field}
      what={wordFor('teacherField', field)}
      masked={masked}
      may={may}
    />
  )
  return (
    <section class="card">
      <h2>{t('roster.facts')}</h2>
      <DescriptionList
        items={[
          { label: t('roster.school'), value: teacher.schoolName },
          { label: t('teachers.phase'), value: wordFor('phase', teacher.phase) },
          { label: t('teachers.subject'), value: teacher.subject },
          { label: t('teachers.title'), value: teacher.title },
          { label: t('teachers.posts'), value: teacher.posts.join('、') },
          { label: t('teacherField.education'), value: teacher.education },
          { label: t('teacherField.entryDate'), value: teacher.entryDate && formatDate(teacher.entryDate) },
          { label: t('teacherField.frontLine'), value: teacher.frontLine ? t('ui.yes') : t('ui.no') },
          {
            label: t('teachers.documentType'),
            value: teacher.documentType && wordFor('document', teacher.documentType),
          },
          { label: t('teachers.document'), value: number('document', teacher.documentMasked) },
          { label: t('teacherField.certificate'), value: number('certificate', teacher.certificateMasked) },
          { label: t('teacherField.phone'), value: number('phone', teacher.phoneMasked) },
          { label: t('frame.updatedAt'), value: teacher.updatedAt && formatInstant(teacher.updatedAt) },
        ]}
      />
    </section>
  )
}

function Spans({ teacher }: { teacher: Teacher }) {
  const today = formatDate(useNow())
  return (
    <>
      <section class="card">
        <h2>{t('roster.posts')}</h2>
        {teacher.heldPosts.length === 0 ? (
          <p class="muted">{t(teacher.actions.includes('edit') ? 'roster.noPosts' : 'roster.noPostsRead')}</p>
        ) : (
          <PeriodBars
            title={t('roster.post')}
            today={today}
            bars={teacher.heldPosts.map(({ post, from, to }) => ({ label: wordFor('post', post), from, to }))}
          />
        )}
      </section>
      <section class="card">
        <h2>{t('roster.leaves')}</h2>
        {teacher.leaves.length === 0 ? (
          <p class="muted">{t('roster.noLeaves')}</p>
        ) : (
          <PeriodBars
            title={t('roster.leave')}
            today={today}
            bars={teacher.leaves.map(({ kind, from, to }) => ({ label: wordFor('leave', kind), from, to }))}
          />
        )}
      </section>
    </>
  )
}

/** A teacher: facts, posts and leaves on a line of years, and what may be done. */
export function TeacherPage() {
  const { district, role } = useActing()
  const id = useRoute().params['id'] ?? ''
  const params = { district, id }
  const query = useQuery('readTeacher', { params })
  const history = useQuery('readTeacherHistory', enters(role, 'newTeacher') ? { params } : null)
  const [moving, setMoving] = useState(false)
  return (
    <QueryView query={query}>
      {(teacher) => (
        <>
          <PageHead
            title={teacher.name}
            crumbs={[
              { label: t('shell.workbench'), href: '/' },
              { label: t('menu.teachers'), href: '/teachers' },
              { label: teacher.name },
            ]}
            tags={<StateTag group="teacher" state={teacher.state} />}
            actions={
              <>
                <Button href={`/transcripts/${id}`}>{t('menu.transcript')}</Button>
                {teacher.actions.includes('export') && (
                  <PurposeDownload
                    label={t('roster.exportPerson')}
                    help={t('roster.exportPersonHelp')}
                    ask={(purpose) => ({ address: addressOf('readPersonalData', params, { purpose }) })}
                  />
                )}
                <MoveButtons offered={teacher.actions} moves={teacherMoves(district, teacher)} />
                {teacher.actions.includes('transfer') && (
                  <Button onClick={() => setMoving(true)}>{t('roster.transfer')}</Button>
                )}
                {teacher.actions.includes('edit') && (
                  <Button kind="primary" href={`/teachers/${id}/edit`}>
                    {t('roster.edit')}
                  </Button>
                )}
              </>
            }
          />
          {teacher.actions.includes('archive') && (
            <Callout
              title={t('roster.departed')}
              actions={
                <PurposeDownload
                  kind="primary"
                  label={t('roster.archive')}
                  help={t('roster.archiveHelp')}
                  ask={(purpose) => ({ address: addressOf('writeArchive', params), body: { purpose } })}
                />
              }
            />
          )}
          <Facts teacher={teacher} />
          <Spans teacher={teacher} />
          {enters(role, 'newTeacher') && <HistoryCard group="teacher" query={history} />}
          <TransferDialog open={moving} teacher={teacher} onClose={() => setMoving(false)} />
        </>
      )}
    </QueryView>
  )
}
