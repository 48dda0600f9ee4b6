import { useEffect, useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import { call, type OutputOf } from '../../call.ts'
import { QueryView } from '../../frame/query-view.tsx'
import { useActing } from '../../session.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useQuery } from '../../use-query.ts'
import { useSend } from '../../use-send.ts'
import { t } from '../../words/words.ts'
import { type ExpertBody, ExpertForm } from './expert-form.tsx'

type Expert = OutputOf<'readExpert'>

/** The names of the schools that an expert names; null until they are known. */
function useSchoolNames(district: string, ids: readonly string[]): Readonly<Record<string, string>> | null {
  const [names, setNames] = useState<Record<string, string> | null>(null)
  useEffect(() => {
    const read = async () => {
      const answers = await Promise.all(ids.map((id) => call('readSchool', { params: { district, id } })))
      setNames(Object.fromEntries(answers.flatMap((one) => (one.ok ? [[one.body.id, one.body.name]] : []))))
    }
    void read()
  }, [])
  return names
}

/** The version that was read when editing began is the one that is changed. */
function Editing({ expert }: { expert: Expert }) {
  const { district } = useActing()
  const { route } = useLocation()
  const [seen] = useState(expert)
  const { send, busy, problem } = useSend('editExpert')
  const names = useSchoolNames(district, [
    ...(seen.schoolId === null ? [] : [seen.schoolId]),
    ...seen.pastSchools.map(({ schoolId }) => schoolId),
  ])
  async function save(body: ExpertBody) {
    const answer = await send({ params: { district, id: seen.id }, body, ifMatch: seen.version })
    if (!answer.ok) return
    showToast({ kind: 'success', text: t('teachers.saved', { name: body.name }) })
    route('/experts')
  }
  if (names === null) return <Skeleton kind="form" rows={5} />
  const { name, schoolId, subjects, phases, pastSchools, ties } = seen
  return (
    <ExpertForm
      initial={{ name, schoolId, subjects, phases, pastSchools, ties }}
      schoolNames={names}
      busy={busy}
      problem={problem}
      onSave={(body) => void save(body)}
    />
  )
}

/** 修改专家. */
export function EditExpert() {
  const { district } = useActing()
  const id = useRoute().params['id'] ?? ''
  const query = useQuery('readExpert', { params: { district, id } })
  return (
    <>
      <PageHead
        title={t('teachers.editExpert')}
        crumbs={[
          { label: t('shell.workbench'), href: '/' },
          { label: t('menu.experts'), href: '/experts' },
          { label: t('teachers.editExpert') },
        ]}
      />
      <QueryView query={query} skeleton="form">
        {(expert) => <Editing expert={expert} />}
      </QueryView>
    </>
  )
}
