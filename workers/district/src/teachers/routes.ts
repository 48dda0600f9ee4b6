import { ethicsRoutes as ETHICS } from '@shixun/contract/ethics'
import { teacherRoutes as ROUTES } from '@shixun/contract/teachers'
import { type Bound, bind } from '@shixun/http/bind'
import type { Store } from '../store.ts'
import { createEthicsRecord } from './create-ethics-record.ts'
import { createExpert } from './create-expert.ts'
import { createProvider } from './create-provider.ts'
import { createSchool } from './create-school.ts'
import { editSchool } from './edit-school.ts'
import { importEthicsRecords } from './import-ethics-records.ts'
import { importExperts } from './import-experts.ts'
import { importProviders } from './import-providers.ts'
import { importSchools } from './import-schools.ts'
import { importTeachers } from './import-teachers.ts'
import { listEthicsRecords } from './read-ethics-records.ts'
import { listExperts, readExpert } from './read-experts.ts'
import { listProviders } from './read-providers.ts'
import { listSchools, readSchool } from './read-schools.ts'
import { listTeachers, readTeacher } from './read-teachers.ts'
import { revokeEthicsRecord } from './revoke-ethics-record.ts'

export const teacherRoutes: readonly Bound<Store>[] = [
  bind(ROUTES.listSchools, listSchools),
  bind(ROUTES.createSchool, createSchool),
  bind(ROUTES.importSchools, importSchools),
  bind(ROUTES.readSchool, readSchool),
  bind(ROUTES.editSchool, editSchool),
  bind(ROUTES.listProviders, listProviders),
  bind(ROUTES.createProvider, createProvider),
  bind(ROUTES.importProviders, importProviders),
  bind(ROUTES.listTeachers, listTeachers),
  bind(ROUTES.importTeachers, importTeachers),
  bind(ROUTES.readTeacher, readTeacher),
  bind(ROUTES.listExperts, listExperts),
  bind(ROUTES.createExpert, createExpert),
  bind(ROUTES.importExperts, importExperts),
  bind(ROUTES.readExpert, readExpert),
  bind(ETHICS.listEthicsRecords, listEthicsRecords),
  bind(ETHICS.createEthicsRecord, createEthicsRecord),
  bind(ETHICS.importEthicsRecords, importEthicsRecords),
  bind(ETHICS.revokeEthicsRecord, revokeEthicsRecord),
]
