/**
 * The terms of W3C's Data Privacy Vocabulary 2.3 (https://w3id.org/dpv/2.3) that a
 * bundle's vocabulary may name, by what they are. An address that is not among them is
 * a slip, or another vocabulary's: what is exported as DPV names nothing else.
 */

/** The namespaces, by their usual prefixes. */
export const namespaces = {
  dpv: 'https://w3id.org/dpv#',
  pd: 'https://w3id.org/dpv/pd#',
  'eu-gdpr': 'https://w3id.org/dpv/legal/eu/gdpr#',
} as const;

type Prefix = keyof typeof namespaces;

const names = (prefix: Prefix, list: string): readonly string[] =>
  list
    .trim()
    .split(/\s+/)
    .map((name) => `${namespaces[prefix]}${name}`);

/** Kinds of personal data: what `dpv:hasPersonalData` may name. */
export const dataTerms: ReadonlySet<string> = new Set([
  ...names(
    'dpv',
    `
    CollectedPersonalData ContextuallyAnonymisedData DerivedPersonalData GeneratedPersonalData
    IdentifyingPersonalData InferredPersonalData ObservedPersonalData PersonalData ProvidedPersonalData
    PseudonymisedData SensitivePersonalData SpecialCategoryPersonalData
  `,
  ),
  ...names(
    'pd',
    `
    Accent AccountIdentifier Acquaintance Age AgeExact AgeRange ApartmentOwned Association Attitude Authenticating
    AuthenticationHistory BankAccount Behavioural Biometric BirthCountry BirthDate BirthPlace BloodType
    BrowserFingerprint BrowserHistory BrowsingBehaviour BrowsingReferral CallLog CarOwned Character Citizenship City
    Communication CommunicationsMetadata Connection Contact Country Credit CreditCapacity CreditCardNumber
    CreditRecord CreditScore CreditStanding CreditWorthiness Criminal CriminalCharge CriminalConviction
    CriminalOffence CriminalPardon CurrentEmployment CurrentLocation DNACode Demeanour Demographic
    DeviceApplications DeviceBased DeviceOperatingSystem DeviceSoftware Dialect DigitalFingerprint Disability
    DisciplinaryAction Dislike Divorce Domicile DrugTestResult Education EducationExperience EducationQualification
    EducationTraining EmailAddress EmailAddressPersonal EmailAddressWork EmailContent Emotion EmploymentHistory
    EthnicOrigin Ethnicity External FacialExpression FacialPrint Family FamilyHealthHistory FamilyStructure
    Favourite FavouriteColour FavouriteFood FavouriteMusic Fetish Financial FinancialAccount FinancialAccountNumber
    FinancialStatus Fingerprint Friend GPSCoordinate Gender GeneralReputation Genetic Geographic GroupMembership
    GroupProfile HairColour Health HealthHistory HealthRecord Height Historical HomeLocation HouseNumber HouseOwned
    Household IPAddress Identifier Identifying Income IncomeBracket IndividualHealthHistory IndividualProfile
    Insurance Intention Interaction Interest Internal Job KnowledgeBelief Language LifeHistory Like LinkClicked
    LoanRecord Locality Location MACAddress MaritalStatus Marriage MedicalHealth MentalHealth Mood Name Nationality
    OfficialID Offspring Opinion Ownership PINCode Parent Passport Password PastEmployment PaymentCard
    PaymentCardExpiry PaymentCardNumber PerformanceAtWork PersonalDocuments PersonalPossession Personality
    PhilosophicalBelief PhysicalAddress PhysicalCharacteristic PhysicalHealth PhysicalTrait Picture Piercing
    PoliticalAffiliation PoliticalOpinion PostalCode Preference Prescription PrivacyPreference Proclivity
    Professional ProfessionalCertification ProfessionalEvaluation ProfessionalExperience ProfessionalInterview
    ProfessionalTraining Profile PublicLife PubliclyAvailableSocialMedia Purchase PurchasesAndSpendingHabit Race
    Reference Region Relationship Reliability Religion ReligiousBelief Residency Retina RoomNumber Salary Sale
    School SecretText ServiceConsumptionBehaviour Sexual SexualHistory SexualPreference Sibling SkinTone Social
    SocialBehaviour SocialMedia SocialMediaCommunication SocialNetwork SocialStatus Street TVViewingBehaviour Tattoo
    Tax TechnicalKnowledge TelephoneNumber Thought Tracking TradeUnionMembership Transaction Transactional
    TravelHistory UID UserAgent Username VehicalLicenseNumber VehicalLicenseRegistration Vehicle VehicleLicense
    VehicleUsage VoiceCommunicationRecording VoiceMail Vulnerability Weight WorkEnvironment WorkExperience
    WorkHistory WorkLocation
  `,
  ),
  ...names(
    'eu-gdpr',
    `
    BiometricData GeneticData HealthData PersonalData
  `,
  ),
]);

/** What `dpv:hasPurpose` may name. */
export const purposeTerms: ReadonlySet<string> = new Set([
  ...names(
    'dpv',
    `
    AcademicResearch AccountManagement Advertising AgeVerification CombatClimateChange CommercialPurpose
    CommercialResearch CommunicationForCustomerCare CommunicationManagement CounterMoneyLaundering Counterterrorism
    CustomerCare CustomerClaimsManagement CustomerManagement CustomerOrderManagement CustomerRelationshipManagement
    CustomerSolvencyMonitoring DataAltruism DataAvailabilityAssessment DataGovernance DataInteroperabilityAssessment
    DataInteroperabilityImprovement DataInteroperabilityManagement DataInventoryManagement DataQualityAssessment
    DataQualityImprovement DataQualityManagement DataSecurityManagement DataSuitabilityAssessment DeliveryOfGoods
    DirectMarketing DisputeManagement EnforceAccessControl EnforceSecurity EstablishContractualAgreement
    FraudPreventionAndDetection FulfilmentOfContractualObligation FulfilmentOfObligation HumanResourceManagement
    IdentityAuthentication IdentityVerification ImproveExistingProductsAndServices ImproveHealthcare
    ImproveInternalCRMProcesses ImprovePublicServices ImproveTransportMobility IncreaseServiceRobustness
    InternalResourceOptimisation LegalCompliance MaintainFraudDatabase Marketing MemberPartnerManagement
    MetadataManagement MisusePreventionAndDetection NonCommercialPurpose NonCommercialResearch
    OptimisationForConsumer OptimisationForController OptimiseUserInterface OrganisationComplianceManagement
    OrganisationGovernance OrganisationRiskManagement PaymentManagement Personalisation PersonalisedAdvertising
    PersonalisedBenefits PersonnelBehaviourMonitoring PersonnelHiring PersonnelManagement PersonnelMonitoring
    PersonnelOffboarding PersonnelOnboarding PersonnelPayment PersonnelPerformanceEvaluation
    PersonnelPerformanceManagement PersonnelPerformanceMonitoring PersonnelPerformancePrediction
    PersonnelPromotionManagement PersonnelTerminationManagement PersonnelWorkloadManagement PoliticalCampaign
    ProtectionOfIPR ProtectionOfNationalSecurity ProtectionOfPublicSecurity ProvideEventRecommendations
    ProvideOfficialStatistics ProvidePersonalisedRecommendations ProvideProductRecommendations PublicBenefit
    PublicPolicyMaking PublicRelations Purpose RecordManagement RecruitmentAdvertising
    RecruitmentApplicantBackgroundCheck RecruitmentApplicantCriminalBackgroundCheck
    RecruitmentApplicantInformationAuthentication RecruitmentApplicantSelection RecruitmentApplicationAnalysis
    RecruitmentApplicationManagement RecruitmentApplicationScreening RecruitmentInterviewAnalysis
    RecruitmentInterviewAssessment RecruitmentInterviewManagement RecruitmentInterviewScheduling
    RecruitmentManagement RecruitmentTargetedAdvertising RepairImpairments RequestedServiceProvision
    ResearchAndDevelopment RightsFulfilment ScientificResearch SearchFunctionalities SellDataToThirdParties
    SellInsightsFromData SellProducts SellProductsToDataSubject ServiceAccessDetermination ServiceManagement
    ServiceMonitoring ServiceOptimisation ServicePersonalisation ServiceProvision ServiceRegistration
    ServiceUsageAnalytics SocialMediaMarketing TargetedAdvertising TechnicalServiceProvision
    UserInterfacePersonalisation VendorManagement VendorPayment VendorRecordsManagement VendorSelectionAssessment
    Verification
  `,
  ),
]);

/** What `dpv:hasLegalBasis` may name. */
export const legalBasisTerms: ReadonlySet<string> = new Set([
  ...names(
    'dpv',
    `
    B2B2CContract B2BContract B2CContract C2BContract C2CContract Consent ConsumerStandardFormContract Contract
    ContractByDomain ContractByEntityType ContractByNegotiationType ContractPerformance
    ControllerDataSubjectAgreement ControllerProcessorAgreement DataControllerContract DataProcessingAgreement
    DataProcessorContract DataSubjectContract DataTransferLegalBasis DistributionAgreement EULA EmploymentContract
    EnterIntoContract ExplicitlyExpressedConsent ExpressedConsent G2BContract G2CContract G2GContract ImpliedConsent
    InformedConsent JointDataControllersAgreement LegalBasis LegalObligation LegitimateInterest
    LegitimateInterestOfController LegitimateInterestOfDataSubject LegitimateInterestOfThirdParty LicenseAgreement
    NegotiatedContract OfficialAuthorityOfController ProviderStandardFormContract PublicInterest RightsFulfilment
    ServiceLevelAgreement StandardFormContract SubProcessorAgreement ThirdPartyAgreement ThirdPartyContract
    UninformedConsent VitalInterest VitalInterestOfDataSubject VitalInterestOfNaturalPerson
  `,
  ),
  ...names(
    'eu-gdpr',
    `
    A45-3 A46-2-a A46-2-b A46-2-c A46-2-d A46-2-e A46-2-f A46-3-a A46-3-b A49-1-a A49-1-b A49-1-c A49-1-d A49-1-e
    A49-1-f A49-1-g A49-2 A6-1-a A6-1-a-explicit-consent A6-1-a-non-explicit-consent A6-1-b
    A6-1-b-contract-performance A6-1-b-enter-into-contract A6-1-c A6-1-d A6-1-d-data-subject A6-1-d-natural-person
    A6-1-e A6-1-e-official-authority A6-1-e-public-interest A6-1-f A6-1-f-controller A6-1-f-third-party A9-2-a
    A9-2-b A9-2-c A9-2-d A9-2-e A9-2-f A9-2-g A9-2-h A9-2-i A9-2-j AdHocContractualClauses AdequacyDecision Consent
    SCCByCommission SCCBySupervisoryAuthority StandardContractualClauses
  `,
  ),
]);

/** Whom `dpv:hasDataSubject` may name. */
export const dataSubjectTerms: ReadonlySet<string> = new Set([
  ...names(
    'dpv',
    `
    Adult Applicant AsylumSeeker Child Citizen Client Consumer Customer DataSubject ElderlyDataSubject ElderlyHuman
    Employee GuardianOfDataSubject GuardianOfHuman HumanSubject Immigrant JobApplicant Member
    MentallyVulnerableDataSubject MentallyVulnerableHuman NonCitizen ParentOfDataSubject ParentOfHuman Participant
    Patient Student Subscriber Tourist User Visitor VulnerableDataSubject VulnerableHuman
  `,
  ),
  ...names(
    'eu-gdpr',
    `
    DataSubject
  `,
  ),
]);
