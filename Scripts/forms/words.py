"""What forms print for the same fact: names of services, places, providers, columns and headings.

Collected from public state forms' column names and from common usage; no list is meant to be what the reader knows."""

SERVICES = {  # code: (category, provider, printed names)
    "occupational-therapy": ("related-service", "ot", ["Occupational Therapy", "OT", "Occupational Therapy Services", "O.T.", "Occup. Therapy", "OT Services", "Related Service: Occupational Therapy", "OCCUPATIONAL THERAPY"]),
    "physical-therapy": ("related-service", "pt", ["Physical Therapy", "PT", "P.T.", "Physical Therapy Services", "Phys. Therapy", "Physical Therapy (School-Based)"]),
    "speech-language": ("related-service", "slp", ["Speech-Language Therapy", "Speech/Language", "Speech and Language", "SLT", "Speech Therapy", "Speech-Language Pathology Services", "Sp/Lang Therapy", "S/L Therapy", "Language/Speech Therapy"]),
    "counseling": ("related-service", "counselor", ["Counseling", "Counseling Services", "School Counseling", "Individual and Small Group Counseling"]),
    "psychological": ("related-service", "school-psychologist", ["Psychological Services", "School Psychology"]),
    "social-work": ("related-service", "social-worker", ["Social Work", "School Social Work Services", "Social Work Services"]),
    "nursing": ("related-service", "nurse", ["School Health Services", "Nursing Services", "School Nurse Services"]),
    "audiology": ("related-service", "audiologist", ["Audiology", "Educational Audiology", "Audiological Services"]),
    "orientation-mobility": ("related-service", "o-and-m", ["Orientation and Mobility", "O&M", "Orientation & Mobility Training"]),
    "vision": ("related-service", "tvi", ["Vision Services", "Services for Visual Impairment"]),
    "adapted-pe": ("special-education", "ape-teacher", ["Adapted Physical Education", "Adapted PE", "APE", "Adaptive P.E."]),
    "specialized-instruction": ("special-education", "special-education-teacher", ["Specially Designed Instruction: Reading", "Special Education: Math", "SDI - Written Expression", "Specialized Academic Instruction", "Resource Instruction (ELA)", "Special Education Instruction", "Special Instruction - Mathematics", "Learning Support"]),
}
PROVIDERS = {
    "ot": ["Occupational Therapist", "OT", "OTR/L", "Occup. Therapist"], "pt": ["Physical Therapist", "PT", "DPT"],
    "slp": ["Speech-Language Pathologist", "SLP", "Speech Therapist", "CCC-SLP", "Speech/Language Pathologist"],
    "counselor": ["School Counselor", "Counselor"], "school-psychologist": ["School Psychologist", "Psychologist"],
    "social-worker": ["School Social Worker", "Social Worker", "LCSW"], "nurse": ["School Nurse", "Nurse", "RN"],
    "audiologist": ["Educational Audiologist", "Audiologist"], "o-and-m": ["O&M Specialist", "Orientation & Mobility Specialist"],
    "tvi": ["Teacher of the Visually Impaired", "TVI", "Vision Teacher"],
    "ape-teacher": ["APE Teacher", "Adapted PE Teacher"],
    "special-education-teacher": ["Special Education Teacher", "Sp. Ed. Teacher", "Intervention Specialist", "Special Educator", "SPED Teacher"],
}
LOCATIONS = {
    "general-education": ["General Education Classroom", "Gen Ed Classroom", "Regular Classroom", "General Ed.", "Regular Education Class", "Inside general education"],
    "special-education": ["Special Education Classroom", "Resource Room", "Special Ed. Room", "Learning Center", "SpEd Classroom", "Outside general education"],
    "therapy-room": ["Therapy Room", "Speech Room", "Therapy Area", "Separate Therapy Room", "OT/PT Room"],
    "school-wide": ["Cafeteria", "School Building", "Playground", "Across School Settings", "Campus-wide", "All school environments"],
}
BANDS = {"consultation": ["A. Consultation (Indirect Services to School Personnel and Parents)", "Consultation Services", "A. Consultation - indirect services"],
         "general-education": ["B. Special Education and Related Services in General Education Classroom (Direct Service)", "Services in the General Education Classroom", "Inside the General Education Class (direct)"],
         "special-education": ["C. Special Education and Related Services in Special Education Setting (Direct Service)", "Services in the Special Education Classroom", "Outside General Education: special education setting"]}
COLUMNS = {
    "service": ["Service", "Type of Service", "Special Education / Related Service", "Service Type", "Program or Service", "Service Description", "Area of Service", "Statement of Service", "Instruction or Service Provided", "Service(s) to be Provided", "IEP Service", "Recommended Service"],
    "provider": ["Provider", "Provider Title", "Responsible Staff", "Service Provider", "Position Responsible", "By Whom", "Type of Personnel", "Implementer", "Person Responsible", "Staff", "Discipline / Provider"],
    "location": ["Location", "Setting", "Place", "Location of Service", "Where", "Site", "Service Setting", "Instructional Setting", "Educational Setting", "Environment"],
    "frequency": ["Frequency", "How Often", "Freq.", "Frequency of Service", "Times", "Number of Sessions"],
    "session": ["Duration", "Session Length", "Length of Session", "Minutes per Session", "Amount of Time", "Time per Session", "Min/Session", "Length", "Minutes"],
    "amount": ["Frequency/Duration", "Amount/Frequency", "Frequency and Amount", "Amount", "Dosage", "Time/Frequency", "Extent of Service", "Frequency & Duration of Sessions", "Service Time", "Frequency/Amount"],
    "sessions": ["Sessions", "# of Sessions", "Times", "Number of Times", "No. Sessions"],
    "period": ["Per", "Period", "Every", "Cycle", "Interval", "Frequency Period"],
    "weekly": ["Minutes per Week", "Weekly Minutes", "Min/Week", "Total Minutes Weekly", "Minutes/wk"],
    "start": ["Start Date", "Begin Date", "Initiation Date", "Projected Beginning Date", "Starting", "From", "Date Initiated", "Begins", "Start"],
    "end": ["End Date", "Ending Date", "Anticipated Duration", "Through", "Stop Date", "Ends", "To", "Expected End", "End"],
    "dates": ["Dates", "Service Dates", "Beginning/Ending Dates", "Duration (from - to)", "Projected Dates", "Initiation / Duration"],
    "goals": ["Goal #", "Goal(s)", "Goal No.", "Goals Addressed", "Related Goal(s)", "Goal Number"],
    "grouping": ["Ind/Group", "Individual or Group", "Group Size", "Service Delivery", "I/G", "Grouping"],
    "delivery": ["Direct/Indirect", "Type of Delivery", "Delivery Model", "Service Model", "Direct or Consult"],
    "ge": ["In General Education", "Gen Ed Minutes", "Minutes in Regular Class", "GE"],
    "se": ["In Special Education", "Special Ed Minutes", "Minutes Outside Regular Class", "SE"],
    "direct": ["Direct Minutes", "Direct", "Direct Min."], "indirect": ["Indirect Minutes", "Indirect", "Indirect Min."],
}
HEADINGS = {
    "services": ["Special Education and Related Services", "Services", "Service Delivery", "Summary of Services", "Schedule of Services", "Statement of Services", "Programs and Services", "Offer of FAPE - Services", "Service Summary", "Description of Services", "Services to be Provided", "IEP Services"],
    "special-education": ["Special Education Services", "Specially Designed Instruction", "Special Education Instruction", "Primary Services"],
    "related-service": ["Related Services", "Related Services Needed", "Statement of Related Services"],
    "goals": ["Measurable Annual Goals", "Annual Goals", "Goals and Objectives", "IEP Goals", "Annual Goals and Short-Term Objectives", "Goals"],
    "present": ["Present Levels of Academic Achievement and Functional Performance", "Present Levels", "PLAAFP", "Current Performance", "Student Profile and Present Levels"],
    "lre": ["Least Restrictive Environment", "Placement", "Educational Placement", "LRE Explanation"],
    "notice": ["Prior Written Notice", "Notice to Parents", "Prior Written Notice of Proposed Action"],
    "accommodations": ["Accommodations and Modifications", "Supplementary Aids and Services", "Program Modifications and Accommodations"],
    "assessment": ["Assessment Participation", "State and District Assessments", "Statewide Testing"],
    "considerations": ["Special Factors", "Consideration of Special Factors"],
    "cover": ["Individualized Education Program", "INDIVIDUALIZED EDUCATION PROGRAM (IEP)", "Individual Education Program", "IEP"],
}
FACTS = {
    "name": ["Student Name", "Student", "Name of Student", "Name", "Student's Name", "Legal Name"],
    "studentId": ["Student ID", "ID #", "State ID", "Student Number", "Local ID", "SSID"],
    "dateOfBirth": ["Date of Birth", "DOB", "Birth Date", "Birthdate"],
    "grade": ["Grade", "Current Grade", "Grade Level", "Gr."],
    "school": ["School", "School of Attendance", "Attending School", "Building", "School Site", "Current School"],
    "district": ["District", "School District", "District of Residence", "LEA", "Responsible District"],
    "meetingDate": ["Meeting Date", "IEP Meeting Date", "Date of Meeting", "Date of IEP Meeting", "Date of IEP Team Meeting"],
    "startDate": ["IEP Start Date", "IEP Begin Date", "Effective Date", "IEP Effective From", "Initiation of IEP", "Implementation Date"],
    "endDate": ["IEP End Date", "IEP Ends", "IEP Effective To", "Ending Date of IEP", "IEP Expiration Date"],
    "annualReviewDate": ["Annual Review Due", "Next Annual Review", "Annual Review Date", "Next IEP Review"],
    "reevaluationDueDate": ["Reevaluation Due", "Next Reevaluation Date", "Three-Year Reevaluation Due", "Next Triennial"],
    "disability": ["Primary Disability", "Eligibility Category", "Disability", "Disability Category", "Primary Eligibility"],
    "kind": ["IEP Type", "Purpose of Meeting", "Meeting Type", "Type of IEP"],
}
GOAL = {
    "goal": ["Measurable Annual Goal", "Annual Goal", "Goal", "Goal Statement", "Student will", "The student will"],
    "number": ["Goal #", "Goal No.", "Goal Number", "Goal"],
    "area": ["Area of Need", "Area", "Goal Area", "Domain", "Need Area", "Skill Area"],
    "baseline": ["Baseline", "Present Level of Performance", "Current Level", "Baseline Data", "Present Performance"],
    "measurementMethod": ["Method of Measurement", "Evaluation Procedure", "How progress will be measured", "Measured by", "Evaluation Method", "Method"],
    "targetDate": ["Target Date", "Date to be Achieved", "Projected Completion", "By When", "Anticipated Date of Achievement"],
    "objectives": ["Short-Term Objectives", "Objectives", "Benchmarks", "Benchmarks/Objectives", "Measurable Short-Term Objectives"],
    "responsible": ["Person(s) Responsible", "Staff Responsible", "Responsible", "Implemented by"],
}
