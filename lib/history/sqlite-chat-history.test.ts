import { createTemporaryDatabase } from "@/lib/database/testing/temporary-database";
import { describeChatHistory } from "./testing/chat-history-contract";

describeChatHistory("SQLite", createTemporaryDatabase);
