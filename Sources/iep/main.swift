IEPCommand.start()
