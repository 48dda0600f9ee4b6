import { ethicsRoutes as ETHICS } from '@shixun/contract/ethics'
import { rosterImportRoutes as IMPORTS } from '@shixun/contract/roster-imports'
import { teacherRecordRoutes as RECORDS } from '@shixun/contract/teacher-records'
import { teacherRoutes as ROUTES } from '@shixun/contract/teachers'
import { transferRoutes as TRANSFERS } from '@shixun/contract/transfers'
import { type Bound, bind } from '@shixun/http/bind'
import type { Store } from '../store.ts'
import { checkArchive } from './check-archive.ts'
import { createEthicsRecord } from './create-ethics-record.ts'
import { createExpert } from './create-expert.ts'
import { createProvider } from './create-provider.ts'
import { createRosterImport } from './create-roster-import.ts'
import { createSchool } from './create-school.ts'
import { createTeacher } from './create-teacher.ts'
import { createTransfer } from './create-transfer.ts'
import { editExpert } from './edit-expert.ts'
import { editProvider } from './edit-provider.ts'
import { editSchool } from './edit-school.ts'
import { editTeacher } from './edit-teacher.ts'
import { endPeriod } from './end-period.ts'
import { importArchive } from './import-archive.ts'
import { importEthicsRecords } from './import-ethics-records.ts'
import { importExperts } from './import-experts.ts'
import { importProviders } from './import-providers.ts'
import { importSchools } from './import-schools.ts'
import { importTeachers } from './import-teachers.ts'
import { applyRosterImport, discardRosterImport, undoRosterImport } from './move-roster-import.ts'
import { moveTeacher } from './move-teacher.ts'
import { moveTransfer } from './move-transfer.ts'
import { listEthicsRecords } from './read-ethics-records.ts'
import { listExpertPanels, listExperts, readExpert } from './read-experts.ts'
import { readPersonalData } from './read-personal-data.ts'
import { listProviders, readProvider } from './read-providers.ts'
import { readRefusedRoster } from './read-refused-roster.ts'
import { listRosterImports, listRosterRows, readRosterImport } from './read-roster-imports.ts'
import { listSchools, readSchool } from './read-schools.ts'
import { readTeacherHistory } from './read-teacher-history.ts'
import { listTeachers, readTeacher } from './read-teachers.ts'
import { listTransfers, readTransfer } from './read-transfers.ts'
import { renewProvider } from './renew-provider.ts'
import { revealNumber } from './reveal-number.ts'
import { revokeEthicsRecord } from './revoke-ethics-record.ts'
import { stageRosterRows } from './stage-roster-rows.ts'
import { stepRosterImport } from './step-roster-import.ts'
import { writeArchive } from './write-archive.ts'

export const teacherRoutes: readonly Bound<Store>[] = [
  bind(ROUTES.listSchools, listSchools),
  bind(ROUTES.createSchool, createSchool),
  bind(ROUTES.importSchools, importSchools),
  bind(ROUTES.readSchool, readSchool),
  bind(ROUTES.editSchool, editSchool),
  bind(ROUTES.listProviders, listProviders),
  bind(ROUTES.createProvider, createProvider),
  bind(ROUTES.importProviders, importProviders),
  bind(ROUTES.readProvider, readProvider),
  bind(ROUTES.editProvider, editProvider),
  bind(ROUTES.renewProvider, renewProvider),
  bind(ROUTES.endPeriod, endPeriod),
  bind(ROUTES.listTeachers, listTeachers),
  bind(ROUTES.importTeachers, importTeachers),
  bind(ROUTES.readTeacher, readTeacher),
  bind(RECORDS.createTeacher, createTeacher),
  bind(RECORDS.editTeacher, editTeacher),
  bind(RECORDS.readTeacherHistory, readTeacherHistory),
  bind(RECORDS.revealNumber, revealNumber),
  bind(RECORDS.readPersonalData, readPersonalData),
  bind(RECORDS.leaveTeacher, (scene, given) => moveTeacher(scene, given, 'leave')),
  bind(RECORDS.restoreTeacher, (scene, given) => moveTeacher(scene, given, 'restore')),
  bind(RECORDS.departTeacher, (scene, given) => moveTeacher(scene, given, 'depart')),
  bind(RECORDS.lockTeacher, (scene, given) => moveTeacher(scene, given, 'lock')),
  bind(RECORDS.unlockTeacher, (scene, given) => moveTeacher(scene, given, 'unlock')),
  bind(RECORDS.eraseTeacher, (scene, given) => moveTeacher(scene, given, 'erase')),
  bind(RECORDS.writeArchive, writeArchive),
  bind(RECORDS.checkArchive, checkArchive),
  bind(RECORDS.importArchive, importArchive),
  bind(IMPORTS.listRosterImports, listRosterImports),
  bind(IMPORTS.createRosterImport, createRosterImport),
  bind(IMPORTS.readRosterImport, readRosterImport),
  bind(IMPORTS.stageRosterRows, stageRosterRows),
  bind(IMPORTS.listRosterRows, listRosterRows),
  bind(IMPORTS.readRefusedRoster, readRefusedRoster),
  bind(IMPORTS.applyRosterImport, applyRosterImport),
  bind(IMPORTS.stepRosterImport, stepRosterImport),
  bind(IMPORTS.undoRosterImport, undoRosterImport),
  bind(IMPORTS.discardRosterImport, discardRosterImport),
  bind(TRANSFERS.listTransfers, listTransfers),
  bind(TRANSFERS.createTransfer, createTransfer),
  bind(TRANSFERS.readTransfer, readTransfer),
  bind(TRANSFERS.acceptTransfer, (scene, given) => moveTransfer(scene, given, 'accept')),
  bind(TRANSFERS.refuseTransfer, (scene, given) => moveTransfer(scene, given, 'refuse')),
  bind(TRANSFERS.withdrawTransfer, (scene, given) => moveTransfer(scene, given, 'withdraw')),
  bind(ROUTES.listExperts, listExperts),
  bind(ROUTES.createExpert, createExpert),
  bind(ROUTES.importExperts, importExperts),
  bind(ROUTES.readExpert, readExpert),
  bind(ROUTES.editExpert, editExpert),
  bind(ROUTES.listExpertPanels, listExpertPanels),
  bind(ETHICS.listEthicsRecords, listEthicsRecords),
  bind(ETHICS.createEthicsRecord, createEthicsRecord),
  bind(ETHICS.importEthicsRecords, importEthicsRecords),
  bind(ETHICS.revokeEthicsRecord, revokeEthicsRecord),
]
