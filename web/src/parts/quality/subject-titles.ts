import { useActing } from '../../session.ts'
import { useQuery } from '../../use-query.ts'

const most = 200

/** Titles of what was evaluated, as far as the newest of both lists reach: an evaluation itself carries only an id. */
export function useSubjectTitles(): ReadonlyMap<string, string> {
  const { district } = useActing()
  const projects = useQuery('listProjects', { params: { district }, query: { limit: most } })
  const applications = useQuery('listApplications', { params: { district }, query: { limit: most } })
  const known = [...(projects.data?.items ?? []), ...(applications.data?.items ?? [])]
  return new Map(known.map(({ id, title }) => [id, title]))
}
