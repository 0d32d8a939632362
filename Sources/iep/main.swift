print("iep")
